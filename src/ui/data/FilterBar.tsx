import { useState } from 'react';
import type { Table } from '../../core/table/table.ts';
import { type FilterRule, filterError, type RowFilter, rulesFor } from '../../lab/data/filter-rows.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { rowsTexts } from './rows-texts.ts';

/** Filters by text or number, one column each; all of them must pass. */
export function FilterBar({
  table,
  filters,
  onChange,
}: {
  readonly table: Table;
  readonly filters: readonly RowFilter[];
  readonly onChange: (filters: readonly RowFilter[]) => void;
}) {
  const texts = useMessages(rowsTexts);
  const names = [...table.columns.keys()];
  const [chosen, setColumn] = useState(names[0] ?? '');
  const [chosenRule, setRule] = useState<FilterRule | null>(null);
  const [value, setValue] = useState('');
  const [error, setError] = useState<unknown>(null);
  const column = names.includes(chosen) ? chosen : (names[0] ?? '');
  const rules = rulesFor(table.columns.get(column)?.dtype ?? 'string');
  const rule = rules.find((candidate) => candidate === chosenRule) ?? rules[0]!;
  const needsValue = rule !== 'missing' && rule !== 'present';
  const ruleText = (name: FilterRule): string => texts[name === 'missing' ? 'missing-rule' : name];
  const add = (): void => {
    const filter = { column, rule, value: needsValue ? value : '' };
    const problem = filterError(table, filter);
    setError(problem);
    if (problem !== null) return;
    setValue('');
    onChange([...filters, filter]);
  };
  return (
    <>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label className="field">
          <span>{texts.filterColumn}</span>
          <select value={column} onChange={(event) => setColumn(event.target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{texts.rule}</span>
          <select value={rule} onChange={(event) => setRule(event.target.value as FilterRule)}>
            {rules.map((candidate) => (
              <option key={candidate} value={candidate}>
                {ruleText(candidate)}
              </option>
            ))}
          </select>
        </label>
        {needsValue && (
          <label className="field">
            <span>{texts.value}</span>
            <input value={value} required onChange={(event) => setValue(event.target.value)} />
          </label>
        )}
        <button type="submit" className="plain">
          {texts.addFilter}
        </button>
      </form>
      <ErrorNotice error={error} />
      {filters.length > 0 && (
        <ul className="filters" aria-label={texts.filters}>
          {filters.map((filter, i) => {
            const text = `${filter.column} ${ruleText(filter.rule)} ${filter.value}`.trim();
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may be there twice.
              <li key={i}>
                {text}
                <button
                  type="button"
                  className="filter-remove"
                  aria-label={texts.removeFilter(text)}
                  onClick={() => onChange(filters.filter((_, position) => position !== i))}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
