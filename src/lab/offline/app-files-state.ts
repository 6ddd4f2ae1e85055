import { createStore } from 'zustand/vanilla';
import { type AppFiles, type AppFilesState, keepAppFiles } from '../../pwa/app-files.ts';

/** Whether the app can be opened without a network, and whether a new version of it waits. */
export const appFilesState = createStore<AppFilesState>(() => ({ offline: 'unknown', update: 'none' }));

let files: AppFiles | null = null;

/** Keeps the built app's files in this browser. Called once, when the page is shown: it must not wait for them. */
export async function startKeepingAppFiles(): Promise<void> {
  files = await keepAppFiles((change) => appFilesState.setState(change));
}

/** Goes over to the new version: the page is loaded anew, the work stays where it is. */
export function takeUpdate(): void {
  if (appFilesState.getState().update === 'taken') location.reload();
  else files?.takeUpdate();
}
