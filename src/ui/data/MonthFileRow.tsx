import { courseSchema } from '../../core/snapshots/course-schema.ts';
import { columnsOfTable } from '../../lab/data/guess-columns.ts';
import { assignTable, type OpenedFile } from '../../lab/data/open-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ColumnMapper } from './ColumnMapper.tsx';
import { importTexts } from './import-texts.ts';
import { PreviewTable } from './PreviewTable.tsx';

/** One file of a month: which table it is, whether its columns were found, and what it holds. */
export function MonthFileRow({
  file,
  onChange,
}: {
  readonly file: OpenedFile;
  readonly onChange: (file: OpenedFile) => void;
}) {
  const texts = useMessages(importTexts);
  const { name } = file.file;
  const missing =
    file.table === null
      ? []
      : columnsOfTable(courseSchema, file.table)
          .filter((column) => !column.isOptional && file.columns[column.name] === null)
          .map((column) => column.name);
  return (
    <li className="month-file">
      <div className="month-file-head">
        <code>{name}</code>
        <select
          aria-label={texts.tableOfFile(name)}
          value={file.table ?? ''}
          onChange={(event) => onChange(assignTable(file, event.target.value || null))}
        >
          <option value="">{texts.leaveOut}</option>
          {courseSchema.tables.map((table) => (
            <option key={table.name}>{table.name}</option>
          ))}
        </select>
        {file.table !== null && file.error === null && (
          <span className={missing.length === 0 ? 'hint' : 'columns-missing'}>
            {missing.length === 0
              ? `✓ ${texts.columnsMatch}`
              : `✕ ${texts.columnsMissing(missing.join(', '))}`}
          </span>
        )}
      </div>
      <ErrorNotice error={file.error} />
      {file.table !== null && file.error === null && (
        <details open={missing.length > 0}>
          <summary>{texts.columns(name)}</summary>
          <ColumnMapper
            file={file}
            table={file.table}
            onChange={(columns) => onChange({ ...file, columns })}
          />
          <PreviewTable table={file.preview} label={texts.preview} />
        </details>
      )}
    </li>
  );
}
