import type { editor } from './monaco.ts';

/**
 * The editor as a cell has it: the measures of `code.css`, so that nothing moves when it takes the place of static text,
 * and none of what an editor of whole files needs.
 */
export function editorOptions(
  overflowWidgetsDomNode: HTMLElement,
): editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    theme: 'lab',
    ...{ fontFamily: "'Source Code Pro Variable', monospace", fontSize: 15, lineHeight: 22 },
    ...{ fontLigatures: false, letterSpacing: 0, tabSize: 2, insertSpaces: true, detectIndentation: false },
    ...{ lineNumbersMinChars: 3, lineDecorationsWidth: 11, glyphMargin: false, folding: false },
    ...{ wordWrap: 'on', wrappingStrategy: 'advanced', wrappingIndent: 'none' },
    ...{ scrollBeyondLastLine: false, scrollBeyondLastColumn: 0, overviewRulerLanes: 0 },
    scrollbar: {
      ...{ vertical: 'hidden', horizontal: 'hidden', verticalScrollbarSize: 0, horizontalScrollbarSize: 0 },
      ...{ handleMouseWheel: false, alwaysConsumeMouseWheel: false, useShadows: false },
    },
    ...{ minimap: { enabled: false }, stickyScroll: { enabled: false }, guides: { indentation: false } },
    ...{ renderLineHighlight: 'none', bracketPairColorization: { enabled: false }, contextmenu: false },
    ...{ hideCursorInOverviewRuler: true, overviewRulerBorder: false, links: false, editContext: false },
    ...{ quickSuggestions: { strings: true, other: true, comments: false }, wordBasedSuggestions: 'off' },
    ...{ fixedOverflowWidgets: true, overflowWidgetsDomNode, padding: { top: 0, bottom: 0 } },
    ...{ automaticLayout: false, tabCompletion: 'off', accessibilitySupport: 'auto' },
  };
}
