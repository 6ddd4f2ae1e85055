import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Selected } from '../notebook-view.ts';
import { type EditorCommand, editorCommandOf } from './editor-keys.ts';
import { StaticCode } from './StaticCode.tsx';

/** An editor that needs nothing loaded: a text field over coloured text of the same measures. Tab leaves it. */
export function PlainEditor({
  source,
  language,
  label,
  caret,
  onChange,
  onCommand,
}: {
  readonly source: string;
  readonly language: 'typescript' | 'markdown';
  readonly label: string;
  /** Where the caret is put at first. */
  readonly caret: Selected | null;
  readonly onChange: (source: string) => void;
  readonly onCommand: (command: EditorCommand) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef(caret);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const { start, end } = first.current ?? { start: element.value.length, end: element.value.length };
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Esc and Enter may belong to an input method that is composing.
    if (event.nativeEvent.isComposing) return;
    const command = editorCommandOf(event);
    if (command !== null) {
      event.preventDefault();
      event.stopPropagation();
      onCommand(command);
    } else if (event.key === 'Enter') {
      const indent = indentBefore(event.currentTarget);
      if (indent === '') return;
      event.preventDefault();
      // The one way to type for the student that the field's own undo can take back.
      document.execCommand('insertText', false, `\n${indent}`);
    }
  };
  return (
    <div className="plain-editor">
      <div aria-hidden="true">
        <StaticCode source={source} language={language} />
      </div>
      <textarea
        ref={field}
        className="code"
        aria-label={label}
        value={source}
        spellCheck={language === 'markdown'}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        rows={1}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The spaces that the caret's line begins with. */
function indentBefore({ value, selectionStart }: HTMLTextAreaElement): string {
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
