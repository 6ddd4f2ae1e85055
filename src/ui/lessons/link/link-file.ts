import { createStore } from 'zustand/vanilla';

/** The link that was opened from a file: too long for an address, it never goes through one. */
export const linkFile = createStore<{ readonly text: string | null }>(() => ({ text: null }));
