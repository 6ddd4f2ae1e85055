import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { startKeepingAppFiles } from '../lab/offline/app-files-state.ts';
import { whenFirstViewShown } from './first-view.ts';
import { App } from './shell/App.tsx';

/** So long the frame of the page waits for its content, which most often has come with it. */
const PATIENCE_MS = 250;

/** Shows the app, with the page in it that is being fetched `ahead` where that does not take long. */
export async function startApp(ahead: Promise<void>): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  await Promise.race([ahead, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  // As a transition in slices, between which a phone answers.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );

  // Only the built app: the development server's files change under a service worker's feet. After all that the first
  // view needs, so as not to compete with it.
  if (import.meta.env.PROD) void whenFirstViewShown().then(startKeepingAppFiles);
}
