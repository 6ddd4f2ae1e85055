import { createStore } from 'zustand/vanilla';

/** What the bench shows: the picture that was asked for last, and whether the drawer is open where it is one. */
export const benchState = createStore<{ readonly pictureId: string | null; readonly isOpen: boolean }>(
  () => ({
    ...{ pictureId: null, isOpen: false },
  }),
);

/** Puts a picture on the bench, and opens the bench where it is a drawer. */
export function showPicture(pictureId: string): void {
  benchState.setState({ pictureId, isOpen: true });
}
