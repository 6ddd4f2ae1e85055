import type { ReactNode } from 'react';
import { StillCode } from './StillCode.tsx';

/** Code that is there for those who want it. */
export function CodeFold({
  title,
  source,
  paint,
  children,
}: {
  readonly title: string;
  readonly source: string;
  readonly paint: string;
  /** What is said and can be done inside. */
  readonly children?: ReactNode;
}) {
  return (
    <details className="code-fold">
      <summary>{title}</summary>
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll by keyboard, too. */}
      <section className="code-frame" tabIndex={0} aria-label={title}>
        <StillCode source={source} paint={paint} />
      </section>
    </details>
  );
}
