import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRoute } from '../lab/browser-route.ts';
import { RoutePage } from './route/RoutePage.tsx';
import './theme/theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <RoutePage run={createBrowserRoute()} />
  </StrictMode>,
);
