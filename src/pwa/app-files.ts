import type { WorkerRequest } from './service-worker.ts';
import { holdVersion } from './version-lock.ts';

/** How far the app's own files are kept in this browser, and whether another version waits. */
export interface AppFilesState {
  /** 'unavailable': this address or browser has no service workers; 'failed': not all files could be had. */
  readonly offline: 'unknown' | 'unavailable' | 'storing' | 'ready' | 'failed';
  /** 'ready': a new version waits; 'taken': it took over from another tab, and this page still runs the old one. */
  readonly update: 'none' | 'ready' | 'taken';
}

/** The app's files as the page deals with them. */
export interface AppFiles {
  /** Lets the new version take over and loads the page anew. Nothing where none waits. */
  takeUpdate(): void;
}

const HOUR_MS = 3_600_000;
const TIDY_AFTER_MS = 10_000;
const FIRST_FETCH_AFTER_MS = 3000;

/** Keeps the app's files for use without a network, and says when a new version is ready. Asked once per page. */
export async function keepAppFiles(onChange: (change: Partial<AppFilesState>) => void): Promise<AppFiles> {
  const { serviceWorker } = navigator;
  const version = document.querySelector<HTMLMetaElement>('meta[name=lab-version]')?.content;
  const nothing = { takeUpdate: () => undefined };
  // The single file holds everything itself.
  if (location.protocol === 'file:') {
    onChange({ offline: 'ready' });
    return nothing;
  }
  // Absent on addresses that are not secure, and where the browser's settings forbid it.
  if (serviceWorker === undefined || version === undefined) {
    onChange({ offline: 'unavailable' });
    return nothing;
  }
  holdVersion(version);
  const hadController = serviceWorker.controller !== null;
  let isTaking = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    else if (hadController) onChange({ update: 'taken' });
  });
  // To fetch all that there is takes a computer's breath away: on the first visit what one came for goes first.
  if (!hadController) await new Promise((resolve) => setTimeout(resolve, FIRST_FETCH_AFTER_MS));
  try {
    // './' of the page, so that any folder of any host will do; never an old list from the HTTP cache.
    const registration = await serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
    watch(registration, onChange);
    return {
      takeUpdate: () => {
        isTaking = registration.waiting !== null;
        send(registration.waiting, { kind: 'take-over' });
      },
    };
  } catch {
    onChange({ offline: 'failed' });
    return nothing;
  }
}

function watch(
  registration: ServiceWorkerRegistration,
  onChange: (change: Partial<AppFilesState>) => void,
): void {
  const tell = (): void => {
    const { active, waiting, installing } = registration;
    const isReady = active !== null || waiting !== null;
    onChange({
      offline: isReady ? 'ready' : installing !== null ? 'storing' : 'failed',
      ...(active !== null && waiting !== null ? { update: 'ready' as const } : {}),
    });
  };
  const follow = (): void => {
    registration.installing?.addEventListener('statechange', tell);
    tell();
  };
  registration.addEventListener('updatefound', follow);
  follow();
  setTimeout(() => send(registration.active, { kind: 'tidy' }), TIDY_AFTER_MS);
  askForUpdates(registration);
}

/** The browser looks for a new version when a page is loaded; a page that stays open looks when it is looked at. */
function askForUpdates(registration: ServiceWorkerRegistration): void {
  let askedMs = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - askedMs < HOUR_MS) return;
    askedMs = performance.now();
    // Without a network there is nothing new.
    registration.update().catch(() => undefined);
  });
}

function send(worker: ServiceWorker | null, request: WorkerRequest): void {
  worker?.postMessage(request);
}
