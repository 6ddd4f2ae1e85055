import type { OnMissing, OnStale } from '../../core/serving/serving-options.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { Policies } from './policies.ts';
import { servingTexts } from './serving-texts.ts';

/** What the API does where a value is missing or old, and when it calls one old. */
export function PolicyFields({
  policies,
  onChange,
}: {
  readonly policies: Policies;
  readonly onChange: (policies: Policies) => void;
}) {
  const texts = useMessages(servingTexts);
  const set = (change: Partial<Policies>): void => onChange({ ...policies, ...change });
  return (
    <>
      <div className="fields policy-fields">
        <label className="field">
          <span>{texts.onMissing}</span>
          <select
            value={policies.onMissing}
            onChange={(event) => set({ onMissing: event.target.value as OnMissing })}
          >
            <option value="reject">{texts.reject}</option>
            <option value="impute">{texts.impute}</option>
            <option value="course">{texts.course}</option>
          </select>
        </label>
        <label className="field">
          <span>{texts.onStale}</span>
          <select
            value={policies.onStale}
            onChange={(event) => set({ onStale: event.target.value as OnStale })}
          >
            <option value="reject">{texts.rejectStale}</option>
            <option value="warn">{texts.warn}</option>
            <option value="serve">{texts.serve}</option>
          </select>
        </label>
        <label className="field">
          <span>{texts.staleAfter}</span>
          <input
            type="number"
            min="0"
            step="any"
            value={policies.staleAfterDays}
            onChange={(event) => set({ staleAfterDays: event.target.value })}
          />
        </label>
      </div>
      <label className="check-line">
        <input
          type="checkbox"
          checked={policies.strictTtl}
          onChange={(event) => set({ strictTtl: event.target.checked })}
        />
        <span>
          {texts.strictTtl} <span className="hint">{texts.strictTtlWhy}</span>
        </span>
      </label>
    </>
  );
}
