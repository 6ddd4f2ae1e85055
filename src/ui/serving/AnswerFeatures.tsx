import type { HttpResponse } from '../../core/serving/http.ts';
import { type FeatureRow, featureRows } from '../../lab/serving/feature-rows.ts';
import type { ServedView } from '../../lab/serving/read-serving.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { askTexts } from './ask-texts.ts';
import { FeatureMark } from './FeatureMark.tsx';

/** Per feature of an answer: its value, how it arrived, from where, and how old it was against its ttl. */
export function AnswerFeatures({
  response,
  views,
}: {
  readonly response: HttpResponse;
  readonly views: readonly ServedView[];
}) {
  const texts = useMessages(askTexts);
  const rows = featureRows(response, views);
  if (rows.length === 0) return null;
  return (
    <section className="section ask-features" aria-label={texts.featuresUsed}>
      <h2>{texts.featuresUsed}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="table-frame" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.feature}</th>
              <th scope="col">{texts.value}</th>
              <th scope="col">{texts.how}</th>
              <th scope="col">{texts.source}</th>
              <th scope="col">{texts.event}</th>
              <th scope="col">{texts.age}</th>
              <th scope="col">{texts.stale}</th>
              <th scope="col">{texts.imputed}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FeatureLine key={row.name} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function FeatureLine({ row }: { readonly row: FeatureRow }) {
  const texts = useMessages(askTexts);
  const formats = useFormats();
  const { name, mark, ttlMs, report } = row;
  const view = row.view ?? texts.none;
  const source = {
    'online-store': texts.fromStore(view),
    imputed: texts.fromDefault,
    pipeline: texts.fromPipeline,
    none: texts.fromNowhere(view),
  }[report.source];
  const age = report.ageMs === null ? texts.none : formats.duration(report.ageMs);
  const ofTtl = report.ageMs === null || ttlMs === 0 ? age : texts.ofTtl(age, formats.duration(ttlMs));
  return (
    <tr data-mark={mark}>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td className="figure">{report.value === null ? 'null' : String(report.value)}</td>
      <td>
        <FeatureMark mark={mark} />
      </td>
      <td>{source}</td>
      <td>{report.eventTimestamp === null ? texts.none : formats.date(Date.parse(report.eventTimestamp))}</td>
      <td>{ofTtl}</td>
      <td>{report.stale ? texts.yes : texts.no}</td>
      <td>{mark === 'imputed' ? texts.yes : texts.no}</td>
    </tr>
  );
}
