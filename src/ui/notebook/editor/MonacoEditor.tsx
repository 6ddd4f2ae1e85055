import { useEffect, useLayoutEffect, useRef } from 'react';
import { useNotebook } from '../notebook-context.ts';
import type { CodeEditorProps } from './code-editor-props.ts';
import type { AttachedEditor, MonacoHost } from './monaco/create-monaco-host.ts';

/** The place of a cell where the full editor stands while it is edited. */
export function MonacoEditor({
  host,
  cellId,
  source,
  label,
  caret,
  failure,
  onChange,
  onCommand,
}: CodeEditorProps & { readonly host: MonacoHost }) {
  const { session } = useNotebook();
  const slot = useRef<HTMLDivElement>(null);
  const attached = useRef<AttachedEditor | null>(null);
  // The editor is put in once; what is around it changes with every key.
  const latest = useRef({ source, label, caret, onChange, onCommand });
  latest.current = { source, label, caret, onChange, onCommand };
  useLayoutEffect(() => {
    if (slot.current === null) return;
    const editor = host.attach(slot.current, {
      ...{ cellId, session, ...latest.current },
      onChange: (text) => latest.current.onChange(text),
      onCommand: (command) => latest.current.onCommand(command),
    });
    attached.current = editor;
    return () => editor.detach();
  }, [host, cellId, session]);
  useEffect(() => {
    // On a busy machine another key may have come since `source` was rendered: what the session holds has it.
    attached.current?.setSource(session.state.getState().cells[cellId]?.cell.source ?? source);
  }, [session, cellId, source]);
  useEffect(() => attached.current?.setFailure(failure), [failure]);
  return <div ref={slot} className="monaco-slot" />;
}
