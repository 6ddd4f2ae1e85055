import type { Cell } from '../../notebook/document/notebook.ts';
import type { OpenNotebook } from './notebook-context.ts';

/** What a command works on. */
export interface CommandContext extends OpenNotebook {
  /** The cell that was cut or copied last. */
  readonly clipboard: { cell: Cell | null };
}

/** Something a key or a button does to the active cell, or to the notebook. */
export interface NotebookCommand {
  /** Its name in the texts. */
  readonly name: CommandName;
  /** As `keyOf` writes them; two letters after one another are one press after the other. */
  readonly keys: readonly string[];
  run(context: CommandContext, cellId: string): void;
}

export type CommandName =
  | 'edit'
  | 'runNext'
  | 'run'
  | 'runInsert'
  | 'stop'
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'above'
  | 'below'
  | 'delete'
  | 'undo'
  | 'redo'
  | 'toMarkdown'
  | 'toCode'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'duplicate'
  | 'moveUp'
  | 'moveDown'
  | 'find'
  | 'keys';

/** The commands of command mode, in the order of the list of keys. */
export const COMMANDS: readonly NotebookCommand[] = [
  { name: 'edit', keys: ['Enter'], run: ({ view }, id) => view.edit(id) },
  { name: 'runNext', keys: ['Shift+Enter'], run: (context, id) => runAndGoOn(context, id) },
  { name: 'run', keys: ['Mod+Enter'], run: ({ session, view }, id) => runCell({ session, view }, id) },
  { name: 'runInsert', keys: ['Alt+Enter'], run: (context, id) => runAndInsert(context, id) },
  { name: 'stop', keys: ['i i', 'Mod+.'], run: ({ session }) => void session.stop() },
  { name: 'up', keys: ['ArrowUp', 'k'], run: (context, id) => go(context, id, -1) },
  { name: 'down', keys: ['ArrowDown', 'j'], run: (context, id) => go(context, id, 1) },
  { name: 'first', keys: ['Home'], run: (context, id) => go(context, id, Number.NEGATIVE_INFINITY) },
  { name: 'last', keys: ['End'], run: (context, id) => go(context, id, Number.POSITIVE_INFINITY) },
  { name: 'above', keys: ['a'], run: (context, id) => insertBeside(context, id, 0) },
  { name: 'below', keys: ['b'], run: (context, id) => insertBeside(context, id, 1) },
  { name: 'delete', keys: ['d d', 'Delete'], run: (context, id) => removeCell(context, id, 'delete') },
  { name: 'undo', keys: ['z', 'Mod+z'], run: (context) => undo(context) },
  { name: 'redo', keys: ['Shift+z', 'Mod+Shift+z'], run: ({ session }) => void session.redo() },
  { name: 'toMarkdown', keys: ['m'], run: (context, id) => setKind(context, id, 'markdown') },
  { name: 'toCode', keys: ['y'], run: (context, id) => setKind(context, id, 'code') },
  { name: 'cut', keys: ['x'], run: (context, id) => removeCell(context, id, 'cut') },
  { name: 'copy', keys: ['c'], run: (context, id) => copy(context, id) },
  { name: 'paste', keys: ['v'], run: (context, id) => paste(context, id) },
  {
    name: 'duplicate',
    keys: ['Shift+d'],
    run: ({ session, view }, id) => activate(view, session.duplicate(id)),
  },
  { name: 'moveUp', keys: ['Alt+ArrowUp'], run: (context, id) => move(context, id, -1) },
  { name: 'moveDown', keys: ['Alt+ArrowDown'], run: (context, id) => move(context, id, 1) },
  { name: 'find', keys: ['/', 'Mod+Shift+f'], run: ({ view }) => view.find(true) },
  { name: 'keys', keys: ['?'], run: ({ view }) => view.open('keys') },
];

/** A key press as commands name it: 'Shift+Enter', 'Mod+z', '?'. Mod is Ctrl, or Cmd on a Mac. */
export function keyOf(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): string {
  const isLetter = /^[a-z]$/i.test(event.key);
  // Which characters need Shift depends on the keyboard: '/' does on a French one.
  const isShifted = event.shiftKey && (isLetter || event.key.length > 1);
  const modifiers = [
    ...(event.ctrlKey || event.metaKey ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(isShifted ? ['Shift'] : []),
  ];
  return [...modifiers, isLetter ? event.key.toLowerCase() : event.key].join('+');
}

/** Runs a cell where it is code; a text is shown as it reads. */
export function runCell({ session, view }: OpenNotebook, id: string): void {
  if (view.state.getState().mode === 'edit') view.leave();
  void session.run([id]);
}

/** Runs a cell and goes to the next, which is made where there is none. */
export function runAndGoOn(context: OpenNotebook, id: string): void {
  const { session, view } = context;
  void session.run([id]);
  const { order } = session.state.getState();
  const next = order[order.indexOf(id) + 1];
  if (next !== undefined) view.activate(next);
  else view.edit(session.insert(order.length, 'code'));
}

/** Runs a cell and puts a new one below. */
export function runAndInsert({ session, view }: OpenNotebook, id: string): void {
  void session.run([id]);
  view.edit(session.insert(session.state.getState().order.indexOf(id) + 1, 'code'));
}

/** Takes a cell out; the one that takes its place is active then. */
export function removeCell(context: CommandContext, id: string, change: 'delete' | 'cut'): void {
  const { session, view } = context;
  const { order } = session.state.getState();
  if (change === 'cut') copy(context, id);
  const at = order.indexOf(id);
  session.remove(id, change);
  activate(view, order[at + 1] ?? order[at - 1] ?? null);
}

/** Takes the last change of the structure back, and shows where. */
export function undo({ session, view }: OpenNotebook): void {
  const before = session.state.getState().order;
  session.undo();
  const { order } = session.state.getState();
  const returned = order.find((id) => !before.includes(id));
  const { activeId } = view.state.getState();
  activate(view, returned ?? (activeId !== null && order.includes(activeId) ? activeId : (order[0] ?? null)));
}

function activate(view: OpenNotebook['view'], cellId: string | null): void {
  if (cellId !== null) view.activate(cellId);
}

function go({ session, view }: OpenNotebook, id: string, step: number): void {
  const { order } = session.state.getState();
  const at = Math.min(Math.max(order.indexOf(id) + step, 0), order.length - 1);
  activate(view, order[at] ?? null);
}

function insertBeside({ session, view }: OpenNotebook, id: string, offset: 0 | 1): void {
  view.activate(session.insert(session.state.getState().order.indexOf(id) + offset, 'code'));
}

function setKind({ session, view }: OpenNotebook, id: string, kind: Cell['kind']): void {
  session.setKind(id, kind);
  view.activate(id);
}

function copy({ session, clipboard }: CommandContext, id: string): void {
  clipboard.cell = session.state.getState().cells[id]?.cell ?? null;
}

function paste({ session, view, clipboard }: CommandContext, id: string): void {
  if (clipboard.cell === null) return;
  view.activate(session.paste(session.state.getState().order.indexOf(id) + 1, clipboard.cell));
}

function move({ session, view }: OpenNotebook, id: string, step: -1 | 1): void {
  session.move(id, step);
  view.activate(id);
}
