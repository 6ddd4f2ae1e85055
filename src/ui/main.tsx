import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startKeepingAppFiles } from '../lab/offline/app-files-state.ts';
import { settleRestoreFirst } from '../lab/storage/settle-restore-first.ts';
import { whenFirstViewShown } from './first-view.ts';
import { App } from './shell/App.tsx';
import './theme/theme.css';
import './parts/parts.css';

settleRestoreFirst();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Only the built app: the development server's files change under a service worker's feet. After all that the first
// view needs, so as not to compete with it.
if (import.meta.env.PROD) void whenFirstViewShown().then(startKeepingAppFiles);
