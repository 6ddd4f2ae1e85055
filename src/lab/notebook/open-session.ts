import type { NotebookStore } from '../../notebook/document/notebook-store.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { type EditLock, openEditLock } from '../tabs/edit-lock.ts';
import { onChangeElsewhere } from '../tabs/lab-changes.ts';
import type { OpenKernel } from './kernel-host.ts';
import { randomId } from './new-notebook.ts';
import {
  createNotebookSession,
  type NotebookSession,
  type NotebookSessionOptions,
} from './notebook-session.ts';
import { loadNotebooks, NOTEBOOK_DATABASE } from './open-notebooks.ts';
import { applyRescue } from './rescue.ts';

/** The kernel's code is loaded with the first kernel. */
const openKernel: OpenKernel = async (events) => (await import('./open-kernel.ts')).openKernel(events);

/** How many notebooks keep their kernel while other pages are looked at. */
const KEPT_OPEN = 3;

const open = new Map<string, Promise<NotebookSession>>();
const opened = new WeakMap<Promise<NotebookSession>, NotebookSession>();

/**
 * Opens one of the student's notebooks, or gives the session that is open already: its kernel and variables stay while
 * other pages are looked at. Beyond three, the one that was looked at longest ago is closed, unless it runs.
 */
export function openSession(
  notebookId: string,
  onTopics: NotebookSessionOptions['onTopics'],
): Promise<NotebookSession> {
  const session = open.get(notebookId) ?? start(notebookId, onTopics);
  // Again at the end: the order is that of use.
  open.delete(notebookId);
  open.set(notebookId, session);
  for (const other of [...open.keys()].slice(0, -KEPT_OPEN)) void closeIfIdle(other);
  session.then(
    (ready) => opened.set(session, ready),
    () => open.delete(notebookId),
  );
  return session;
}

/** The session of a notebook that is open already; null where it is not, or still opening. */
export function openedSession(notebookId: string): NotebookSession | null {
  const session = open.get(notebookId);
  return (session && opened.get(session)) ?? null;
}

/** Ends a session and its kernel, where there is one. */
export async function closeSession(notebookId: string): Promise<void> {
  const session = open.get(notebookId);
  const lock = locks.get(notebookId);
  open.delete(notebookId);
  locks.delete(notebookId);
  // Another tab reads the notebook as soon as it has the lock: everything must be stored by then.
  await (await session)?.close();
  lock?.close();
}

async function closeIfIdle(notebookId: string): Promise<void> {
  const cells = Object.values((await open.get(notebookId))?.state.getState().cells ?? {});
  if (cells.every(({ phase }) => phase.kind === 'none')) await closeSession(notebookId);
}

/** Edits a notebook here that another tab has: that one stores what it has and follows from then on. */
export async function editHere(notebookId: string): Promise<void> {
  await locks.get(notebookId)?.take();
}

const locks = new Map<string, EditLock>();

async function start(
  notebookId: string,
  onTopics: NotebookSessionOptions['onTopics'],
): Promise<NotebookSession> {
  const store = await loadNotebooks();
  await applyRescue(browserTexts(), store);
  const notebook = await store.read(notebookId);
  const now = (): number => Date.now();
  const session = createNotebookSession({ notebook, store, openKernel, onTopics, now, newId: randomId });
  await shareWithTabs(notebookId, session, store);
  return session;
}

/** One tab edits a notebook at a time; the others show what it stores, and may take over. */
async function shareWithTabs(
  notebookId: string,
  session: NotebookSession,
  store: NotebookStore,
): Promise<void> {
  /** The lock may be lost again while what the other tab stored is being read. */
  let isHeld = false;
  const reread = async (): Promise<void> => session.follow(await store.read(notebookId));
  const stopFollowing = onChangeElsewhere((change) => {
    const isOfNotebooks = change.kind === 'written' && change.database === NOTEBOOK_DATABASE;
    // A notebook that was deleted there stays as it was here, until it is left.
    if (isOfNotebooks && !session.state.getState().isEditable) void reread().catch(() => undefined);
  });
  await new Promise<void>((decided, failed) => {
    // The lock is granted in a moment where it is free; else the tab begins as one that follows.
    const waiting = setTimeout(() => {
      session.setEditable(false);
      decided();
    }, 100);
    openEditLock({
      name: `notebook ${notebookId}`,
      beforeRelease: session.flush,
      onChange(isOurs) {
        isHeld = isOurs;
        clearTimeout(waiting);
        const wasFollowing = !session.state.getState().isEditable;
        if (isOurs && wasFollowing) void reread().finally(() => session.setEditable(isHeld));
        else session.setEditable(isOurs);
        decided();
      },
    }).then((lock) => {
      const close = (): void => {
        stopFollowing();
        lock.close();
      };
      locks.set(notebookId, { ...lock, close });
    }, failed);
  });
}
