import { browserTexts } from '../session/browser-texts.ts';
import type { OpenKernel } from './kernel-host.ts';
import { randomId } from './new-notebook.ts';
import {
  createNotebookSession,
  type NotebookSession,
  type NotebookSessionOptions,
} from './notebook-session.ts';
import { loadNotebooks } from './open-notebooks.ts';
import { applyRescue } from './rescue.ts';

/** The kernel's code is loaded with the first kernel. */
const openKernel: OpenKernel = async (events) => (await import('./open-kernel.ts')).openKernel(events);

/** How many notebooks keep their kernel while other pages are looked at. */
const KEPT_OPEN = 3;

const open = new Map<string, Promise<NotebookSession>>();

/**
 * Opens one of the student's notebooks, or gives the session that is open already: its kernel and variables stay while
 * other pages are looked at. Beyond three, the one that was opened first is closed.
 */
export function openSession(
  notebookId: string,
  onTopics: NotebookSessionOptions['onTopics'],
): Promise<NotebookSession> {
  const session = open.get(notebookId) ?? start(notebookId, onTopics);
  // Again at the end: the order is that of use.
  open.delete(notebookId);
  open.set(notebookId, session);
  for (const other of [...open.keys()].slice(0, -KEPT_OPEN)) void closeSession(other);
  session.catch(() => open.delete(notebookId));
  return session;
}

/** Ends a session and its kernel, where there is one. */
export async function closeSession(notebookId: string): Promise<void> {
  const session = open.get(notebookId);
  open.delete(notebookId);
  await (await session)?.close();
}

/** The sessions that are open now, for who must store what they hold. */
export async function openSessions(): Promise<readonly NotebookSession[]> {
  return Promise.all(open.values());
}

async function start(
  notebookId: string,
  onTopics: NotebookSessionOptions['onTopics'],
): Promise<NotebookSession> {
  const store = await loadNotebooks();
  await applyRescue(browserTexts(), store);
  const notebook = await store.read(notebookId);
  const now = (): number => Date.now();
  return createNotebookSession({ notebook, store, openKernel, onTopics, now, newId: randomId });
}
