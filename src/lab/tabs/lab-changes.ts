/** What was written, or replaced as a whole, in one database of the lab. */
export type LabChange =
  | { readonly kind: 'written'; readonly database: string; readonly collections: readonly string[] }
  /** A backup was restored or everything deleted: pages that have it open start anew. */
  | { readonly kind: 'replaced' };

type Listener = (change: LabChange) => void;

const listeners = { here: new Set<Listener>(), elsewhere: new Set<Listener>() };

// Every tab of this address, and this page's workers.
const channel = openChannel();
channel?.addEventListener('message', ({ data }: MessageEvent<LabChange>) => {
  for (const listener of listeners.elsewhere) listener(data);
});

/** Tells everyone what this page or worker has just written. */
export function announceChange(change: LabChange): void {
  channel?.postMessage(change);
  for (const listener of listeners.here) listener(change);
}

/** Calls `listener` for what other tabs and this page's workers wrote. */
export function onChangeElsewhere(listener: Listener): () => void {
  listeners.elsewhere.add(listener);
  return () => listeners.elsewhere.delete(listener);
}

/** Calls `listener` for what this page itself wrote. */
export function onChangeHere(listener: Listener): () => void {
  listeners.here.add(listener);
  return () => listeners.here.delete(listener);
}

/** Null where storage is forbidden: some browsers refuse channels then, and there is nothing to tell. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('streamflow-lab changes');
  } catch {
    return null;
  }
}
