import { createStore } from 'zustand/vanilla';
import type { ClosedReason, DatabaseUnavailableError } from '../../storage/storage-errors.ts';

/** How the lab stands with the browser's storage. */
export type StorageStatus =
  | { readonly kind: 'opening' }
  /** Another tab holds an older version, or a deletion is not finished; it goes on by itself when that ends. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unavailable'; readonly error: DatabaseUnavailableError }
  | { readonly kind: 'closed'; readonly reason: ClosedReason }
  /** The student chose to work without: everything goes with the page, but for what is saved to a file. */
  | { readonly kind: 'memory' };

/** The states in which no page of the lab can be shown. */
export type FailedStatus = Extract<StorageStatus, { kind: 'waiting' | 'unavailable' | 'closed' }>;

/** Storage as the page shows it. */
export interface StorageState {
  readonly status: StorageStatus;
  /** When this page last stored something, UTC milliseconds of the computer's clock; null before. */
  readonly savedAt: number | null;
}

export const storageState = createStore<StorageState>(() => ({ status: { kind: 'opening' }, savedAt: null }));

/** Why no page of the lab can be shown; null where all can. */
export function failedStatus({ status }: StorageState): FailedStatus | null {
  return status.kind === 'waiting' || status.kind === 'unavailable' || status.kind === 'closed'
    ? status
    : null;
}

/** Whether this page deletes its own databases: that they are closed is no news then. */
let isClosing = false;

/** This page is about to delete its databases and to be loaded anew. */
export function expectClosing(): void {
  isClosing = true;
}

/** The stored data cannot be opened, or must not be. */
export function noteUnavailable(error: DatabaseUnavailableError): void {
  storageState.setState({ status: { kind: 'unavailable', error } });
}

/** The open database was closed from outside. */
export function noteClosed(reason: ClosedReason): void {
  if (!isClosing) storageState.setState({ status: { kind: 'closed', reason } });
}

/** Works on without storage, after it could not be had: nothing outlives the page, files apart. */
export function workWithoutStorage(): void {
  storageState.setState({ status: { kind: 'memory' } });
}
