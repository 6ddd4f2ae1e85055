import { type ReactNode, useState } from 'react';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="code-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll by keyboard, too. */}
      <section className="code-frame" tabIndex={0} aria-label={title}>
        {/* A closed fold is still searched by the browser, but hundreds of coloured pieces would be made for nobody. */}
        {isOpen ? <StillCode source={source} paint={paint} /> : <code className="code">{source}</code>}
      </section>
    </details>
  );
}
