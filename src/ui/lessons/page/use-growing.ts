import { startTransition, useEffect, useState } from 'react';

/** How many more are shown in one go: few enough that a phone goes on scrolling. */
const MORE = 2;

/** How many of `total` are shown by now: `first` with the first paint, then more after each until all are. */
export function useGrowing(first: number, total: number): number {
  const [nShown, setShown] = useState(first);
  useEffect(() => {
    if (nShown < total) startTransition(() => setShown((n) => n + MORE));
  }, [nShown, total]);
  return Math.min(nShown, total);
}
