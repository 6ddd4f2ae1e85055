import { useEffect, useRef } from 'react';
import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { OutcomeNote } from './OutcomeNote.tsx';
import { servingTexts } from './serving-texts.ts';

/** One request of the log in full. Gets the focus when it opens, so that the keyboard is where the eye is. */
export function RequestDetails({ request }: { readonly request: LoggedRequest }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const { change } = useAddressParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const { sequence, entity, missing, stale, imputed, message, features } = request;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is another thing to look at.
  useEffect(() => heading.current?.focus(), [sequence]);
  const namesOf = (names: readonly string[]): string => (names.length === 0 ? texts.none : names.join(', '));
  const facts = [
    [texts.at, formats.instant(request.at)],
    [texts.entity, entity ?? texts.none],
    [texts.status, String(request.status)],
    [texts.version, request.modelVersion ?? texts.none],
    [texts.prediction, request.prediction === null ? texts.none : String(request.prediction)],
    [texts.took, `${formats.number(request.latencyMs, 1)} ms`],
    [texts.missing, namesOf(missing)],
    [texts.stale, namesOf(stale)],
    [texts.imputed, namesOf(imputed)],
  ] as const;
  return (
    <section className="section request-details" aria-label={texts.request(String(sequence))}>
      <div className="section-head">
        <h2 ref={heading} tabIndex={-1}>
          {texts.request(formats.count(sequence))}
        </h2>
        <div className="actions">
          {entity !== null && (
            <button
              type="button"
              className="quiet"
              onClick={() =>
                change({ user: entity, route: 'predict', request: null }, { path: '/serving/ask' })
              }
            >
              {texts.askAgain}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => change({ request: null })}>
            {texts.closeDetails}
          </button>
        </div>
      </div>
      <OutcomeNote request={request} />
      {message !== null && (
        <p>
          <strong>{texts.message}</strong> <span className="figure">{message}</span>
        </p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {Object.keys(features).length > 0 && (
        <>
          <h3>{texts.valuesGiven}</h3>
          <dl className="facts">
            {Object.entries(features).map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd className="figure">{value === null ? 'null' : String(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
