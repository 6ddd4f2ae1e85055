import type { ReactNode } from 'react';

/** What one does rather than reads: an example, a prediction, an exercise, a question. */
export function TaskCard({
  kind,
  title,
  state,
  label,
  children,
}: {
  readonly kind: 'example' | 'prediction' | 'exercise' | 'question';
  readonly title: string;
  /** Beside the title, e.g. that it is solved. */
  readonly state?: ReactNode;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section className="task" data-kind={kind} aria-label={label ?? title}>
      <p className="task-head">
        <span className="task-kind">{title}</span>
        {state}
      </p>
      {children}
    </section>
  );
}
