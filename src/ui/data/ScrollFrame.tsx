import type { ReactNode } from 'react';

/** What may be wider than the page: it scrolls on its own, by keyboard too. */
export function ScrollFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-frame" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
