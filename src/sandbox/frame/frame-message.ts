/** What the frame's window says once, to the window that holds it. */
export interface FrameReady {
  readonly kind: 'frame-ready';
}

/** The one message that the frame's window takes; a port comes with it. From then on only ports speak. */
export interface FrameConnect {
  readonly kind: 'connect';
  /** The kernel as one classic script. */
  readonly kernel: string;
}

/** Page to shim, over the shim's port. */
export type ShimRequest =
  /** Starts a worker, which is called by its generation; its port comes along. */
  | { readonly kind: 'spawn'; readonly generation: number }
  | { readonly kind: 'terminate'; readonly generation: number }
  | { readonly kind: 'ping'; readonly ping: number };

/** Shim to page. */
export type ShimMessage =
  | { readonly kind: 'pong'; readonly ping: number }
  /** An error that nobody caught in a worker, or its death where the browser tells. */
  | { readonly kind: 'worker-error'; readonly generation: number; readonly message: string };
