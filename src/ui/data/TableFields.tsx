import { useMessages } from '../i18n/use-messages.ts';
import { importTexts } from './import-texts.ts';

/** What a table is called and what its columns mean. */
export interface TableMeaning {
  readonly name: string;
  readonly timestampField: string;
  readonly createdTimestampColumn: string | null;
  readonly joinKeys: readonly string[];
}

/** The name, the two times and the join keys of a table. */
export function TableFields({
  columns,
  meaning,
  onChange,
}: {
  readonly columns: readonly string[];
  readonly meaning: TableMeaning;
  readonly onChange: (meaning: TableMeaning) => void;
}) {
  const texts = useMessages(importTexts);
  const options = columns.map((column) => <option key={column}>{column}</option>);
  const toggle = (column: string, isKey: boolean): void =>
    onChange({
      ...meaning,
      joinKeys: columns.filter((name) => (name === column ? isKey : meaning.joinKeys.includes(name))),
    });
  return (
    <>
      <div className="fields fields-top">
        <label className="field">
          <span>{texts.name}</span>
          <input
            required
            value={meaning.name}
            onChange={(event) => onChange({ ...meaning, name: event.target.value })}
          />
          <span className="hint">{texts.nameHint}</span>
        </label>
        <label className="field">
          <span>{texts.timestampField}</span>
          <select
            value={meaning.timestampField}
            onChange={(event) => onChange({ ...meaning, timestampField: event.target.value })}
          >
            {options}
          </select>
          <span className="hint">{texts.timestampHint}</span>
        </label>
        <label className="field">
          <span>{texts.createdColumn}</span>
          <select
            value={meaning.createdTimestampColumn ?? ''}
            onChange={(event) => onChange({ ...meaning, createdTimestampColumn: event.target.value || null })}
          >
            <option value="">{texts.none}</option>
            {options}
          </select>
        </label>
      </div>
      <fieldset className="choices choices-row">
        <legend>{texts.joinKeys}</legend>
        {columns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={meaning.joinKeys.includes(column)}
              onChange={(event) => toggle(column, event.target.checked)}
            />
            {column}
          </label>
        ))}
      </fieldset>
    </>
  );
}
