import { type FocusEvent, useRef } from 'react';
import type { Selected } from '../notebook-view.ts';
import type { CodeEditorProps } from './code-editor-props.ts';
import { MonacoEditor } from './MonacoEditor.tsx';
import { selectedCode } from './offset-at-point.ts';
import { PlainEditor } from './PlainEditor.tsx';
import { StaticCode } from './StaticCode.tsx';
import { useMonaco } from './use-monaco.ts';
import './code.css';

/** Static text; in edit mode a plain editor at once, and the full one as soon as it is loaded. */
export function CodeEditor(props: CodeEditorProps) {
  const { source, language, label, isEditing, caret, failure, onEdit, onChange, onCommand, onBlur } = props;
  const frame = useRef<HTMLDivElement>(null);
  const monaco = useMonaco(isEditing && language === 'typescript');
  if (!isEditing) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it has the focus and the key for this.
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
      <div
        ref={frame}
        className="code-frame"
        onClick={() => frame.current !== null && onEdit(selectedCode(frame.current))}
      >
        <StaticCode
          source={source}
          language={language}
          failingLine={failure?.line ?? null}
          painted={props.painted ?? null}
        />
      </div>
    );
  }
  const leaveIfGone = (event: FocusEvent<HTMLDivElement>): void => {
    const element = event.currentTarget;
    // One editor gives way to the other, or the whole window is left: then the focus is back in a moment.
    setTimeout(() => {
      if (document.hasFocus() && element.isConnected && !element.contains(document.activeElement)) onBlur();
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the editor in it lost the focus.
    <div ref={frame} className="code-frame" data-editing="true" onBlur={leaveIfGone}>
      {monaco === null ? (
        <PlainEditor
          source={source}
          language={language}
          label={label}
          caret={caret}
          onChange={onChange}
          onCommand={onCommand}
        />
      ) : (
        <MonacoEditor {...props} host={monaco} caret={caretOf(frame.current) ?? caret} />
      )}
    </div>
  );
}

/** Where the plain editor has its caret at the moment, for the one that takes its place. */
function caretOf(frame: HTMLElement | null): Selected | null {
  const field = frame?.querySelector('textarea');
  if (field === null || field === undefined || field.closest('.monaco-host') !== null) return null;
  return { start: field.selectionStart, end: field.selectionEnd };
}
