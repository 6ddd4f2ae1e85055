import type { CodeEditorProps } from './code-editor-props.ts';
import type { MonacoHost } from './monaco-host.ts';

/** The place of a cell where the full editor stands while it is edited. */
export function MonacoEditor(_: CodeEditorProps & { readonly host: MonacoHost }) {
  return null;
}
