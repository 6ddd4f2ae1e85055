import { editor } from './monaco.ts';

const COLOURS = {
  keyword: '--code-keyword',
  string: '--code-string',
  regexp: '--code-string',
  number: '--code-number',
  type: '--code-type',
  comment: '--code-comment',
} as const;

/** Defines the editor's theme from the page's colours as they are now, and uses it. */
export function applyTheme(): void {
  const read = colourReader();
  const ink = read('--ink');
  const base = isDark(read('--sheet')) ? 'vs-dark' : 'vs';
  editor.defineTheme('lab', {
    base,
    inherit: true,
    rules: [
      { token: '', foreground: ink },
      { token: 'delimiter', foreground: ink },
      { token: 'identifier', foreground: ink },
      ...Object.entries(COLOURS).map(([token, name]) => ({ token, foreground: read(name) })),
      { token: 'string.escape', foreground: read('--code-string') },
      { token: 'type.identifier', foreground: read('--code-type') },
    ],
    colors: {
      'editor.background': `#${read('--sheet')}`,
      'editor.foreground': `#${ink}`,
      'editorLineNumber.foreground': `#${read('--code-comment')}`,
      'editorLineNumber.activeForeground': `#${ink}`,
      'editorCursor.foreground': `#${ink}`,
      'editor.selectionBackground': `#${read('--working')}44`,
      'editor.inactiveSelectionBackground': `#${read('--working')}22`,
      'editor.wordHighlightBackground': `#${read('--working')}22`,
      'editor.wordHighlightStrongBackground': `#${read('--working')}33`,
      'editorBracketMatch.background': `#${read('--working')}22`,
      'editorBracketMatch.border': `#${read('--working')}`,
      'editorError.foreground': `#${read('--failure')}`,
      'editorWarning.foreground': `#${read('--caution')}`,
      'editorWidget.background': `#${read('--sheet')}`,
      'editorWidget.foreground': `#${ink}`,
      'editorWidget.border': `#${read('--line-strong')}`,
      'editorSuggestWidget.selectedBackground': `#${read('--working-tint')}`,
      'editorSuggestWidget.selectedForeground': `#${ink}`,
      'editorSuggestWidget.highlightForeground': `#${read('--working')}`,
      'editorSuggestWidget.focusHighlightForeground': `#${read('--working')}`,
      'list.hoverBackground': `#${read('--sunken')}`,
      focusBorder: `#${read('--working')}`,
      'widget.shadow': '#00000033',
    },
  });
  editor.setTheme('lab');
}

/** Reads a colour of the page as 'rrggbb': a pair for light and dark resolves only where it is used. */
function colourReader(): (name: string) => string {
  const probe = document.createElement('span');
  document.body.append(probe);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  queueMicrotask(() => probe.remove());
  return (name) => {
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    if (context === null) return '808080';
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('');
  };
}

function isDark(colour: string): boolean {
  return Number.parseInt(colour.slice(2, 4), 16) < 128;
}
