import { featuresOf } from '../../core/features/feature-view.ts';
import type { DefinedView } from '../../lab/features/read-feature-definitions.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { featuresTexts } from './features-texts.ts';

/** One feature view: its fields, where its rows come from, how long they count, where it was materialized. */
export function ViewItem({ view: { definition, intervals } }: { readonly view: DefinedView }) {
  const texts = useMessages(featuresTexts);
  const formats = useFormats();
  const { name, ttlMs, source, online, entities, description } = definition;
  const features = featuresOf(definition);
  const last = intervals.at(-1);
  return (
    <article className="view-item" aria-labelledby={`view-${name}`}>
      <header>
        <h3 id={`view-${name}`}>
          <code>{name}</code>
        </h3>
        <span className="hint">
          {entities.join(', ')} · {texts.fields(formats.count(features.length))}
        </span>
        {description !== '' && <p className="hint">{description}</p>}
        <a href="#/features/explorer">{texts.explore}</a>
      </header>
      <ul className="schema">
        {features.map((field) => (
          <li key={field.name}>
            <code>{field.name}</code> <span className="hint">{field.dtype}</span>
          </li>
        ))}
      </ul>
      <dl className="facts view-facts">
        <div>
          <dt>{texts.ttl}</dt>
          <dd>{ttlMs === 0 ? texts.unlimited : formats.duration(ttlMs)}</dd>
        </div>
        <div>
          <dt>{texts.source}</dt>
          <dd>
            <a href={`#/data/?table=${source.table}`}>
              <code>{source.table}</code>
            </a>
          </dd>
        </div>
        <div>
          <dt>{texts.times}</dt>
          <dd>
            <code>{[source.timestampField, source.createdTimestampColumn ?? '–'].join(', ')}</code>
          </dd>
        </div>
        <div>
          <dt>{texts.online}</dt>
          <dd>{online ? texts.onlineYes : texts.onlineNo}</dd>
        </div>
        <div>
          <dt>{texts.intervals}</dt>
          <dd>
            {last === undefined ? (
              texts.never
            ) : (
              <>
                {texts.interval(formats.date(last[0]), formats.date(last[1]))}
                {intervals.length > 1 && ` ${texts.moreIntervals(formats.count(intervals.length - 1))}`}
              </>
            )}
          </dd>
        </div>
      </dl>
    </article>
  );
}
