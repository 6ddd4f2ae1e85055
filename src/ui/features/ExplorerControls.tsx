import { useCallback, useId } from 'react';
import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import type { NotableCustomer } from '../../lab/features/notable-customers.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CustomerPicker } from './CustomerPicker.tsx';
import { explorerTexts } from './explorer-texts.ts';
import { TtlControl } from './TtlControl.tsx';
import { type ExplorerChoice, formatInstant, MODES } from './use-explorer.ts';

/** Who, as of when, by whose rules, for how long. */
export function ExplorerControls({
  choice,
  choose,
  months,
  notable,
  views,
}: {
  readonly choice: ExplorerChoice & { readonly month: string; readonly atMs: number };
  readonly choose: (changes: Partial<ExplorerChoice>) => void;
  readonly months: readonly string[];
  readonly notable: readonly NotableCustomer[];
  readonly views: readonly FeatureViewDefinition[];
}) {
  const texts = useMessages(explorerTexts);
  const group = useId();
  const chooseCustomer = useCallback((userId: string) => choose({ userId }), [choose]);
  return (
    <section className="explorer-controls">
      <div className="fields">
        <label className="field">
          <span>{texts.month}</span>
          <select value={choice.month} onChange={(event) => choose({ month: event.target.value })}>
            {months.map((month) => (
              <option key={month}>{month}</option>
            ))}
          </select>
        </label>
        <CustomerPicker month={choice.month} userId={choice.userId} onChoose={chooseCustomer} />
        <label className="field">
          <span>{texts.asOf}</span>
          <input
            type="date"
            required
            value={formatInstant(choice.atMs).slice(0, 10)}
            onChange={({ target }) => target.value !== '' && choose({ atMs: Date.parse(target.value) })}
          />
        </label>
        {notable.length > 0 && (
          <fieldset className="examples">
            <legend>{texts.examples}</legend>
            {notable.map(({ peculiarity, userId, atMs }) => (
              <button
                key={peculiarity}
                type="button"
                className="quiet"
                aria-pressed={userId === choice.userId}
                onClick={() => choose({ userId, atMs })}
              >
                {texts[peculiarity]}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <div className="fields">
        <fieldset className="segments">
          <legend>{texts.join}</legend>
          {MODES.map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name={group}
                checked={choice.mode === mode}
                onChange={() => choose({ mode })}
              />
              <span>{texts[mode]}</span>
            </label>
          ))}
        </fieldset>
        <TtlControl ttl={choice.ttl} views={views} onChange={(ttl) => choose({ ttl })} />
        <label className="check">
          <input
            type="checkbox"
            checked={choice.showsLanding}
            onChange={({ target }) => choose({ showsLanding: target.checked })}
          />
          <span>{texts.landing}</span>
        </label>
      </div>
      <p className="hint">{texts[`${choice.mode}Why`]}</p>
    </section>
  );
}
