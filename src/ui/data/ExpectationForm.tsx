import { useState } from 'react';
import type { Table } from '../../core/table/table.ts';
import { addExpectation } from '../../lab/data/expectation-suites.ts';
import type { Expectation } from '../../lab/data/expectations.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { rowsTexts } from './rows-texts.ts';

type Kind = 'not-null' | 'unique' | 'between' | 'in-set';

/** A new expectation: a column, what must hold, with which values. */
export function ExpectationForm({ name, table }: { readonly name: string; readonly table: Table }) {
  const texts = useMessages(rowsTexts);
  const columns = [...table.columns.keys()];
  const [column, setColumn] = useState(columns[0] ?? '');
  const [kind, setKind] = useState<Kind>('not-null');
  const [min, setMin] = useState('');
  const [max, setMax] = useState('');
  const [values, setValues] = useState('');
  const [share, setShare] = useState('100');
  const kinds: readonly (readonly [Kind, string])[] = [
    ['not-null', texts.kindNotNull],
    ['unique', texts.kindUnique],
    ['between', texts.kindBetween],
    ['in-set', texts.kindInSet],
  ];
  const toExpectation = (): Expectation => {
    const mostly = Number(share) < 100 ? { mostly: Number(share) / 100 } : {};
    switch (kind) {
      case 'between':
        return { kind, column, min: boundOf(min), max: boundOf(max), ...mostly };
      case 'in-set':
        return { kind, column, values: values.split(',').map((value) => value.trim()), ...mostly };
      default:
        return { kind, column };
    }
  };
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        addExpectation(name, toExpectation());
        announce(texts.added);
      }}
    >
      <h3>{texts.add}</h3>
      <div className="fields">
        <label className="field">
          <span>{texts.column}</span>
          <select value={column} onChange={(event) => setColumn(event.target.value)}>
            {columns.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{texts.kind}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map(([choice, label]) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {kind === 'between' && (
          <>
            <NumberField label={texts.min} value={min} onChange={setMin} required={max === ''} />
            <NumberField label={texts.max} value={max} onChange={setMax} required={min === ''} />
          </>
        )}
        {kind === 'in-set' && (
          <label className="field">
            <span>{texts.values}</span>
            <input value={values} required onChange={(event) => setValues(event.target.value)} />
          </label>
        )}
        {(kind === 'between' || kind === 'in-set') && (
          <NumberField
            label={texts.mostlyShare}
            value={share}
            onChange={setShare}
            required
            range={[0, 100]}
          />
        )}
        <button type="submit" className="plain">
          {texts.addCheck}
        </button>
      </div>
    </form>
  );
}

function NumberField({
  label,
  value,
  onChange,
  required,
  range = [],
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required: boolean;
  readonly range?: readonly number[];
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="number"
        step="any"
        min={range[0]}
        max={range[1]}
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function boundOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
