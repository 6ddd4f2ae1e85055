import { loadShippedLesson } from '../lab/course/shipped-texts.ts';
import { session } from '../lab/session/session.ts';
import { PAGES } from './pages.ts';

/**
 * Fetches what `address` names while the app that shows it is itself still on its way: its page, a lesson's text, a
 * notebook out of the browser's storage. One after the other they would cost a slow network a turn each. Resolves when all
 * that could be had is here; what failed is asked for again by the page, which says so.
 */
export async function fetchAhead(address: string): Promise<void> {
  const [, name = '', id = ''] = address.split(/[/?]/);
  await Promise.allSettled([PAGES[name]?.fetch(), contentOf(name, id)]);
}

async function contentOf(page: string, id: string): Promise<void> {
  if (id === '') return;
  if (page === 'lessons') await loadShippedLesson(id, session.getState().language);
  if (page === 'notebook') await (await import('./notebook/use-notebook-session.ts')).openAhead(id);
}
