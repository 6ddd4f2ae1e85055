import { type ComponentType, createElement, use } from 'react';

/** A component that is fetched when it is first shown, or before. */
export type Fetched<P extends object> = ComponentType<P> & {
  /** Fetches it before it is shown; where it cannot be had now, it is asked for again when it is. */
  fetch(): Promise<void>;
};

/**
 * Makes a component of one that is to be fetched. Within a `Suspense`, as React's `lazy`; but one that is here already is
 * shown at once, where `lazy` always shows the fallback first, and React then leaves that for 300 ms.
 */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): Fetched<P> {
  let Component: ComponentType<P> | null = null;
  let fetching: Promise<void> | null = null;
  const ask = (): Promise<void> => {
    fetching ??= load().then((component) => {
      Component = component;
    });
    return fetching;
  };
  const fetch = (): Promise<void> => {
    const asked = ask();
    // When it is shown it stays: React would ask for ever.
    return asked.catch((error: unknown) => {
      if (fetching === asked) fetching = null;
      throw error;
    });
  };
  const Shown = (props: P) => {
    if (Component === null) use(ask());
    return Component === null ? null : createElement(Component, props);
  };
  return Object.assign(Shown, { fetch });
}
