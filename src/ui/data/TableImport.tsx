import { useState } from 'react';
import { Link } from 'wouter';
import { ImportError } from '../../core/snapshots/errors.ts';
import { importTableFile } from '../../lab/data/import-files.ts';
import type { OpenedFile } from '../../lab/data/open-files.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { Refusal } from './ImportOutcome.tsx';
import { importTexts } from './import-texts.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { TableFields, type TableMeaning } from './TableFields.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

/** One table of any columns: its name, and which columns are its times and keys. */
export function TableImport({ files }: { readonly files: readonly OpenedFile[] }) {
  const texts = useMessages(importTexts);
  const task = useTask();
  const [position, setPosition] = useState(0);
  const file = files[position]!;
  const [meaning, setMeaning] = useState<TableMeaning>(() => guessMeaning(file));
  const [mayReplace, setMayReplace] = useState(false);
  const { data: names = [] } = useLab(['data'], ['table-names'], async ({ engine }) =>
    (await engine.snapshots.listTables()).map(({ name }) => name),
  );
  const exists = names.includes(meaning.name);
  const load = useLabAction(['data', 'clock'], async (workspace) => {
    const outcome = await importTableFile(workspace, file.file, { ...task.start(), ...meaning });
    announce(texts.tableDone(meaning.name, texts[outcome]));
    return outcome;
  });
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        load.mutate();
      }}
    >
      {files.length > 1 && (
        <label className="field as-of-field">
          <span>{texts.fileOf}</span>
          <select
            value={position}
            onChange={(event) => {
              setPosition(Number(event.target.value));
              setMeaning(guessMeaning(files[Number(event.target.value)]!));
              load.reset();
            }}
          >
            {files.map((candidate, i) => (
              <option key={candidate.file.name} value={i}>
                {candidate.file.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ErrorNotice error={file.error} />
      <PreviewTable table={file.preview} label={texts.preview} />
      <TableFields columns={file.columnsInFile} meaning={meaning} onChange={setMeaning} />
      {exists && load.data === undefined && (
        <div className="notice" data-kind="caution">
          <span>{texts.exists(meaning.name)}</span>
          <label>
            <input
              type="checkbox"
              checked={mayReplace}
              onChange={(event) => setMayReplace(event.target.checked)}
            />{' '}
            {texts.replaceTable(meaning.name)}
          </label>
        </div>
      )}
      {load.isPending ? (
        <TaskLine label={texts.importing} task={task} />
      ) : (
        <div className="actions">
          <button type="submit" className="primary" disabled={exists && !mayReplace}>
            {texts.importTable(meaning.name)}
          </button>
        </div>
      )}
      {load.error instanceof ImportError ? (
        <Refusal error={load.error} />
      ) : load.error?.name === 'AbortError' ? (
        <p role="status">{texts.cancelled}</p>
      ) : (
        <ErrorNotice error={load.error} />
      )}
      {load.data !== undefined && (
        <div className="notice" role="status">
          <strong>{texts.tableDone(meaning.name, texts[load.data])}</strong>
          <Link href={`/data/?table=${encodeURIComponent(meaning.name)}`}>{texts.show}</Link>
        </div>
      )}
    </form>
  );
}

function guessMeaning({ file, columnsInFile }: OpenedFile): TableMeaning {
  const name = /([^/\\]+)\.[^.]+$/.exec(file.name)?.[1] ?? '';
  const created = columnsInFile.find((column) => /creat|land|ingest/i.test(column)) ?? null;
  const time = columnsInFile.find((column) => column !== created && /as_of|time|date|(^|_)at$/i.test(column));
  return {
    name,
    timestampField: time ?? columnsInFile[0] ?? '',
    createdTimestampColumn: created,
    joinKeys: columnsInFile.filter((column) => /_id$/i.test(column)).slice(0, 1),
  };
}
