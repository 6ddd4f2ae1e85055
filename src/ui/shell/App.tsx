import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria/PortalProvider';
// react-aria-components: dialogs, menus, tabs and sliders that keyboards and screen readers can use, without a look of their own.
import { I18nProvider } from 'react-aria-components/I18nProvider';
// wouter: hash addresses in 2 kB, so that deep links work from any static host and from a file.
import { Route, Router, Switch } from 'wouter';
import { useStore } from 'zustand';
import { session } from '../../lab/session/session.ts';
import { failedStatus, storageState } from '../../lab/storage/storage-state.ts';
import { useHashPath, usePath } from '../address.ts';
import { fetched } from '../fetched.ts';
import { firstView, showFirstView } from '../first-view.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { PAGES } from '../pages.ts';
import { useTurn } from '../use-turn.ts';
import { queryClient } from '../workspace-queries.ts';
import { RouteNav } from './RouteNav.tsx';
import { isLessonAddress } from './routes.ts';
import { shellTexts } from './shell-texts.ts';
import { TopBar } from './TopBar.tsx';
import { Unlocked } from './Unlocked.tsx';

const Notices = fetched(async () => (await import('./Notices.tsx')).Notices);
const StorageScreen = fetched(async () => (await import('../storage/StorageScreen.tsx')).StorageScreen);

/** The whole page: top bar, the route on the left, the station that the address names. */
export function App() {
  const language = useLanguage();
  const texts = useMessages(shellTexts);
  const overlays = useRef<HTMLDivElement>(null);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language}>
        {/* Popovers and dialogs open inside a landmark, where screen readers look for content. */}
        <PortalProvider getContainer={() => overlays.current}>
          <Router hook={useHashPath}>
            <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
              {texts.skip}
            </button>
            <TopBar />
            <LateNotices />
            <div className="desk">
              <RouteNav />
              <main id="main" tabIndex={-1}>
                <Suspense fallback={<p className="loading">{texts.loading}</p>}>
                  <Unlocked>
                    <Page>
                      {Object.entries(PAGES).map(([name, page]) => (
                        <Route key={name} path={name === '' ? '/' : `/${name}/*?`} component={page} />
                      ))}
                      <Route component={PAGES['']!} />
                    </Page>
                  </Unlocked>
                </Suspense>
                <div ref={overlays} />
              </main>
            </div>
            <Announcement />
          </Router>
        </PortalProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}

/** What a screen reader is told. */
function Announcement() {
  const announcement = useStore(session, (state) => state.announcement);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}

/** What the page has to say by itself, once it is there. */
function LateNotices() {
  const hasTurn = useTurn(useStore(firstView, (state) => state.isShown));
  if (!hasTurn) return null;
  return (
    <Suspense>
      <Notices />
    </Suspense>
  );
}

/** The page that the address names, or what stands in its place while the lab cannot reach its data. */
function Page({ children }: { readonly children: ReactNode }) {
  const failed = useStore(storageState, failedStatus);
  const isInLesson = usePath(isLessonAddress);
  useEffect(() => {
    // A lesson's text comes after its page, and says so itself.
    if (!isInLesson) showFirstView();
  }, [isInLesson]);
  return failed === null ? <Switch>{children}</Switch> : <StorageScreen status={failed} />;
}
