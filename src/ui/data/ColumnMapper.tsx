import { courseSchema } from '../../core/snapshots/course-schema.ts';
import { type ColumnChoice, columnsOfTable } from '../../lab/data/guess-columns.ts';
import type { OpenedFile } from '../../lab/data/open-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { importTexts } from './import-texts.ts';

/** For each column of a table the column of the file that holds it. */
export function ColumnMapper({
  file,
  table,
  onChange,
}: {
  readonly file: OpenedFile;
  readonly table: string;
  readonly onChange: (columns: ColumnChoice) => void;
}) {
  const texts = useMessages(importTexts);
  const used = new Set(Object.values(file.columns));
  const leftOut = file.columnsInFile.filter((column) => !used.has(column));
  return (
    <>
      <div className="column-mapper">
        {columnsOfTable(courseSchema, table).map(({ name, isOptional }) => (
          <label key={name} className="field">
            <span>
              {name} {isOptional && <span className="hint">({texts.optional})</span>}
            </span>
            <select
              aria-label={texts.columnFor(name)}
              value={file.columns[name] ?? ''}
              onChange={(event) => onChange({ ...file.columns, [name]: event.target.value || null })}
            >
              <option value="">{texts.notThere}</option>
              {file.columnsInFile.map((column) => (
                <option key={column}>{column}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {leftOut.length > 0 && <p className="hint">{texts.leftOut(leftOut.join(', '))}</p>}
    </>
  );
}
