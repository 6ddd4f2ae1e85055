import type { StepState } from '../../lab/route/route-run.ts';

const seconds = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** One step of the route: its state, its progress, and what came of it. */
export function StepItem({ step }: { readonly step: StepState }) {
  const { id, title, status, fraction, figures, failure, elapsedMs } = step;
  return (
    <li className={`step ${status}`} data-step={id}>
      <div className="step-title">
        <h2>{title}</h2>
        <span className="step-time">
          {elapsedMs === null ? status : `${seconds.format(elapsedMs / 1000)} s`}
        </span>
      </div>
      {status === 'running' && (
        <progress aria-label={title} {...(fraction === null ? {} : { value: fraction, max: 1 })} />
      )}
      {figures.length > 0 && (
        <dl>
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {failure !== null && (
        <p className="failure" role="alert">
          <strong>{failure.name}</strong>: {failure.message}
          {failure.hint !== null && <span className="hint">{failure.hint}</span>}
        </p>
      )}
    </li>
  );
}
