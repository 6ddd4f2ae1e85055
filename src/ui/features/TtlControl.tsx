import { useState } from 'react';
import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import { DEFINED_TTL, formatTtlChoice, type TtlChoice } from '../../lab/features/ttl-choice.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';

const ALL = '';

/** A ttl to try, in days, for all views or for one; the definitions stay as they are. */
export function TtlControl({
  ttl,
  views,
  onChange,
}: {
  readonly ttl: TtlChoice;
  readonly views: readonly FeatureViewDefinition[];
  readonly onChange: (ttl: TtlChoice) => void;
}) {
  const texts = useMessages(explorerTexts);
  const [scope, setScope] = useState(ALL);
  const days = scope === ALL ? ttl.all : (ttl.byView[scope] ?? null);
  const setDays = (text: string): void => {
    const value = text === '' ? null : Math.max(0, Number(text));
    const { [scope]: _, ...others } = ttl.byView;
    if (scope === ALL) onChange({ ...ttl, all: value });
    else onChange({ ...ttl, byView: value === null ? others : { ...others, [scope]: value } });
  };
  return (
    <div className="fields ttl">
      <label className="field">
        <span>{texts.ttlOf}</span>
        <select value={scope} onChange={({ target }) => setScope(target.value)}>
          <option value={ALL}>{texts.allViews}</option>
          {views.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{texts.ttlDays}</span>
        <input
          type="number"
          min={0}
          max={3650}
          step="any"
          className="days"
          placeholder={texts.asDefined}
          value={days ?? ''}
          onChange={({ target }) => setDays(target.value)}
        />
      </label>
      {formatTtlChoice(ttl) !== null && (
        <button type="button" className="quiet" onClick={() => onChange(DEFINED_TTL)}>
          {texts.resetTtl}
        </button>
      )}
    </div>
  );
}
