import type { Fault } from '../../core/serving/faults.ts';
import type { ServedView } from '../../lab/serving/read-serving.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { servingTexts } from './serving-texts.ts';

/** The options of one fault: which view or feature, how late, how often, how slow. */
export function FaultFields({
  fault,
  views,
  onChange,
}: {
  readonly fault: Fault;
  readonly views: readonly ServedView[];
  readonly onChange: (fault: Fault) => void;
}) {
  const texts = useMessages(servingTexts);
  const names = views.map(({ name }) => name);
  const references = views.flatMap((view) => view.features.map(({ name }) => `${view.name}:${name}`));
  switch (fault.kind) {
    case 'skip-materialization':
      return (
        <Choice
          label={texts.view}
          value={fault.view ?? ''}
          options={['', ...names]}
          empty={texts.allViews}
          onChange={(view) => onChange(view === '' ? { kind: fault.kind } : { ...fault, view })}
        />
      );
    case 'drop-feature-view':
      return (
        <Choice
          label={texts.view}
          value={fault.view}
          options={names}
          onChange={(view) => onChange({ ...fault, view })}
        />
      );
    case 'late-data':
      return (
        <div className="fields">
          <Choice
            label={texts.view}
            value={fault.view}
            options={names}
            onChange={(view) => onChange({ ...fault, view })}
          />
          <Amount label={texts.days} value={fault.days} onChange={(days) => onChange({ ...fault, days })} />
        </div>
      );
    case 'null-feature':
    case 'wrong-type':
      return (
        <div className="fields">
          <Choice
            label={texts.feature}
            value={fault.feature}
            options={references}
            onChange={(feature) => onChange({ ...fault, feature })}
          />
          {fault.kind === 'null-feature' && (
            <Amount
              label={texts.share}
              value={(fault.share ?? 1) * 100}
              onChange={(percent) => onChange({ ...fault, share: percent / 100 })}
            />
          )}
        </div>
      );
    case 'slow-store':
      return <Amount label={texts.ms} value={fault.ms} onChange={(ms) => onChange({ ...fault, ms })} />;
    case 'api-down':
      return null;
  }
}

function Choice({
  label,
  value,
  options,
  empty = '',
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly empty?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option === '' ? empty : option}
          </option>
        ))}
      </select>
    </label>
  );
}

function Amount({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber || 0)}
      />
    </label>
  );
}
