/** What a key does in an editor besides typing. */
export type EditorCommand = 'run' | 'run-and-next' | 'run-and-insert' | 'leave' | 'find' | 'stop';

/** The command of a key press in an editor; null for keys that belong to the editor. */
export function editorCommandOf(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): EditorCommand | null {
  const isMod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && isMod) return 'run';
  if (event.key === 'Enter' && event.shiftKey) return 'run-and-next';
  if (event.key === 'Enter' && event.altKey) return 'run-and-insert';
  if (event.key.toLowerCase() === 'f' && isMod && event.shiftKey) return 'find';
  if (event.key === '.' && isMod) return 'stop';
  return event.key === 'Escape' ? 'leave' : null;
}
