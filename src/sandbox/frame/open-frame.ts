import { LabError } from '../../core/errors.ts';
import type { FrameConnect, FrameReady, ShimMessage, ShimRequest } from './frame-message.ts';

/** The frame that holds the kernels' workers, as the page sees it. */
export interface Frame {
  /** Starts a kernel's worker. The port is the page's end of the kernel's only way out. */
  spawn(generation: number): MessagePort;
  terminate(generation: number): void;
  /** Takes the frame out of the page with all that runs in it. */
  close(): void;
}

/** What the page is told of a frame. */
export interface FrameListener {
  /** An error that nobody caught in the worker of this generation. */
  onWorkerError(generation: number, message: string): void;
  /** The frame does not answer any more: its process is gone. */
  onDead(): void;
}

export interface FrameOptions extends FrameListener {
  /** Where the frame's page is. */
  readonly url: string;
  /** The kernel as one classic script. */
  readonly kernel: string;
  /** What forest workers run, as one classic script; null where it could not be fetched. */
  readonly loadForestScript: () => Promise<string | null>;
  readonly signal: AbortSignal;
}

const SANDBOX = 'allow-scripts';
const LOAD_TIMEOUT_MS = 20_000;
const PING_MS = 1000;
/** So many pings in a row without an answer mean that nobody is there. */
const PINGS_TO_DEATH = 8;

/**
 * Opens a frame of opaque origin and shakes hands with its shim: the window that answers must be the frame's own, and
 * have no origin. From then on only ports are used.
 */
export async function openFrame({
  url,
  kernel,
  loadForestScript,
  signal,
  ...listener
}: FrameOptions): Promise<Frame> {
  const element = createElement(url);
  document.body.append(element);
  signal.addEventListener('abort', () => element.remove());
  await untilReady(element, signal);
  const { port1: port, port2: shimPort } = new MessageChannel();
  const post = (request: ShimRequest, transfer: Transferable[] = []): void =>
    port.postMessage(request, transfer);
  // '*' as an opaque origin has no name; the frame cannot have navigated, as nothing in it would.
  element.contentWindow!.postMessage({ kind: 'connect', kernel } satisfies FrameConnect, '*', [shimPort]);
  const deliverForestScript = async (): Promise<void> =>
    post({ kind: 'forest-script', script: await loadForestScript() });
  const heart = startPings((ping) => post({ kind: 'ping', ping }), listener.onDead);
  port.onmessage = ({ data }: MessageEvent<ShimMessage>) => {
    if (data.kind === 'pong') heart.onPong();
    if (data.kind === 'worker-error') listener.onWorkerError(data.generation, data.message);
    if (data.kind === 'forest-wanted') void deliverForestScript();
  };
  return {
    spawn(generation) {
      const channel = new MessageChannel();
      post({ kind: 'spawn', generation }, [channel.port2]);
      return channel.port1;
    },
    terminate: (generation) => post({ kind: 'terminate', generation }),
    close() {
      heart.stop();
      port.close();
      element.remove();
    },
  };
}

function createElement(url: string): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.setAttribute('aria-hidden', 'true');
  element.title = 'Notebook kernel';
  element.tabIndex = -1;
  element.style.cssText = 'position: absolute; inline-size: 0; block-size: 0; border: 0; visibility: hidden';
  if (isServedByWorker()) withoutAttribute(element);
  else element.setAttribute('sandbox', SANDBOX);
  element.src = url;
  return element;
}

/**
 * Browsers never ask a service worker for the document of a frame with the `sandbox` attribute, so that without a
 * network there would be none. Our worker answers with a policy that sandboxes the document just the same.
 */
function isServedByWorker(): boolean {
  return (navigator.serviceWorker?.controller ?? null) !== null;
}

/** Once loaded, the attribute holds for whatever else the frame might load; a document with our origin is loaded anew. */
function withoutAttribute(element: HTMLIFrameElement): void {
  const onLoad = (): void => {
    element.setAttribute('sandbox', SANDBOX);
    if (element.contentDocument !== null) element.src = String(element.src);
  };
  element.addEventListener('load', onLoad, { once: true });
}

function untilReady(element: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error: LabError | null): void => {
      removeEventListener('message', onMessage);
      clearTimeout(timer);
      if (error === null) resolve();
      else {
        element.remove();
        reject(error);
      }
    };
    const onMessage = ({ source, origin, data }: MessageEvent<FrameReady>): void => {
      if (source === element.contentWindow && origin === 'null' && data?.kind === 'frame-ready') settle(null);
    };
    const timer = setTimeout(
      () =>
        settle(new LabError("the notebook's frame did not load", 'check the connection and reload the page')),
      LOAD_TIMEOUT_MS,
    );
    addEventListener('message', onMessage);
    signal.addEventListener('abort', () =>
      settle(new LabError('the kernel was closed', 'open the notebook again')),
    );
  });
}

function startPings(ping: (ping: number) => void, onDead: () => void): { onPong(): void; stop(): void } {
  let nPings = 0;
  let nUnanswered = 0;
  const timer = setInterval(() => {
    if (nUnanswered === PINGS_TO_DEATH) {
      clearInterval(timer);
      return onDead();
    }
    nUnanswered++;
    ping(++nPings);
  }, PING_MS);
  return {
    onPong() {
      nUnanswered = 0;
    },
    stop: () => clearInterval(timer),
  };
}
