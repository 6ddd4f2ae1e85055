import { type KeyboardEvent, useRef } from 'react';
import { COMMANDS, keyOf } from './notebook-commands.ts';
import { useNotebook } from './notebook-context.ts';
import { useClipboard } from './use-clipboard.ts';

/** How long the second key of 'd d' may take. */
const SECOND_KEY_MS = 800;

/** Handles the keys of command mode: those pressed while a cell itself, not something in it, has the focus. */
export function useCommandKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const notebook = useNotebook();
  const clipboard = useClipboard();
  const pending = useRef<{ readonly key: string; readonly at: number } | null>(null);
  return (event) => {
    const { target } = event;
    const cellId = target instanceof HTMLElement ? target.dataset.cellId : undefined;
    if (cellId === undefined) return;
    const key = keyOf(event);
    const first = pending.current;
    const isSecond = first !== null && event.timeStamp - first.at < SECOND_KEY_MS;
    const pair = isSecond ? `${first.key} ${key}` : null;
    pending.current = { key, at: event.timeStamp };
    const command = COMMANDS.find(({ keys }) => (pair !== null && keys.includes(pair)) || keys.includes(key));
    if (command === undefined) return;
    pending.current = null;
    event.preventDefault();
    command.run({ ...notebook, clipboard }, cellId);
  };
}
