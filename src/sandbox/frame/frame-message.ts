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
  /** Starts a kernel's worker, which is called by its generation; its port comes along. */
  | { readonly kind: 'spawn'; readonly generation: number }
  /** Ends a kernel with its forest workers. */
  | { readonly kind: 'terminate'; readonly generation: number }
  | { readonly kind: 'ping'; readonly ping: number }
  /** The script of forest workers that was asked for; null where it could not be fetched. */
  | { readonly kind: 'forest-script'; readonly script: string | null };

/** Shim to page. */
export type ShimMessage =
  | { readonly kind: 'pong'; readonly ping: number }
  /** An error that nobody caught in a worker, or its death where the browser tells. */
  | { readonly kind: 'worker-error'; readonly generation: number; readonly message: string }
  /** A kernel grows a forest, and the script that forest workers run is not here yet. */
  | { readonly kind: 'forest-wanted' };

/** Shim to a new kernel; the page's port and that of its forest workers come along. */
export interface KernelConnect {
  /** How many forest workers it may have at once. */
  readonly nWorkers: number;
}

/** Kernel to shim, over the port of its forest workers. Numbers are the kernel's own. */
export type ForestWorkerRequest =
  /** Starts one; the port over which it is spoken to comes along. */
  { readonly kind: 'start'; readonly worker: number } | { readonly kind: 'end'; readonly worker: number };

/** Shim to kernel: a forest worker that does not work, or no more. */
export type ForestWorkerMessage =
  | { readonly kind: 'no-script'; readonly worker: number }
  | { readonly kind: 'crashed'; readonly worker: number; readonly message: string };
