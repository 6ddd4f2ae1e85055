import { METRICS } from '../../lab/runs/evaluation.ts';
import type { RunDetails } from '../../lab/runs/read-run.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { LossCurve } from './LossCurve.tsx';
import { PointTable } from './PointTable.tsx';
import { runTexts } from './run-texts.ts';

/** The scores large, the settings below, and metrics that were logged step by step as they went. */
export function RunOverview({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(runTexts);
  const formats = useFormats();
  const { params, metrics } = details.run.data;
  const names = [
    ...METRICS.filter((name) => name in metrics),
    ...Object.keys(metrics).filter((name) => !METRICS.includes(name as (typeof METRICS)[number])),
  ];
  const { loss, ...histories } = details.histories;
  return (
    <>
      <section className="section">
        <h2>{texts.metrics}</h2>
        {names.length === 0 ? (
          <p className="hint">{texts.noMetrics}</p>
        ) : (
          <dl className="run-scores">
            {names.map((name) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{formats.number(metrics[name] as number, 4)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {loss !== undefined && (
        <section className="section">
          <h2>{texts.history}</h2>
          <LossCurve losses={loss.map(({ value }) => value)} />
        </section>
      )}
      {Object.entries(histories).map(([name, points]) => (
        <section key={name} className="section">
          <h2>{texts.historyOf(name)}</h2>
          <PointTable
            heads={[texts.step, name]}
            rows={points.map(({ step, value }) => [formats.count(step), value])}
          />
        </section>
      ))}
      <section className="section">
        <h2>{texts.settings}</h2>
        {Object.keys(params).length === 0 ? (
          <p className="hint">{texts.noParams}</p>
        ) : (
          <dl className="facts">
            {Object.entries(params)
              .filter(([name]) => name !== 'features')
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="figure">{value === 'null' ? texts.none : value}</dd>
                </div>
              ))}
          </dl>
        )}
        {params.features !== undefined && (
          <details>
            <summary>{texts.features}</summary>
            <ul className="run-steps figure">
              {params.features.split(', ').map((feature) => (
                <li key={feature}>{feature}</li>
              ))}
            </ul>
          </details>
        )}
      </section>
    </>
  );
}
