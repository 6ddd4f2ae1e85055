import { useState } from 'react';
import type { OnConflict } from '../../core/snapshots/store-snapshots.ts';
import { importMonthFiles } from '../../lab/data/import-files.ts';
import type { OpenedFile, OpenedGroup } from '../../lab/data/open-files.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLabAction } from '../workspace-queries.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { importTexts } from './import-texts.ts';
import { MonthFileRow } from './MonthFileRow.tsx';
import { useMonthName } from './month-name.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

/** One month: its day, which file is which table, which column is which; then import. */
export function MonthImport({ group }: { readonly group: OpenedGroup }) {
  const texts = useMessages(importTexts);
  const monthName = useMonthName();
  const task = useTask();
  const [asOf, setAsOf] = useState(group.asOf ?? '');
  const [files, setFiles] = useState(group.files);
  const load = useLabAction(['data', 'clock'], async (workspace, onConflict: OnConflict) => {
    const imported = await importMonthFiles(workspace, files, { ...task.start(), asOf, onConflict });
    announce(texts.done(monthName(asOf)));
    return imported;
  });
  const change = (position: number, file: OpenedFile): void => {
    setFiles(files.map((former, i) => (i === position ? file : former)));
    load.reset();
  };
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        load.mutate('ask');
      }}
    >
      <label className="field as-of-field">
        <span>{texts.asOf}</span>
        <input
          type="date"
          required
          value={asOf}
          onChange={(event) => {
            setAsOf(event.target.value);
            load.reset();
          }}
        />
        <span className="hint">{texts.asOfHint}</span>
      </label>
      <ul className="month-files">
        {files.map((file, position) => (
          <MonthFileRow key={file.file.name} file={file} onChange={(changed) => change(position, changed)} />
        ))}
      </ul>
      {load.isPending ? (
        <TaskLine label={texts.importing} task={task} />
      ) : (
        <div className="actions">
          <button type="submit" className="primary" disabled={files.every(({ table }) => table === null)}>
            {texts.importMonth(asOf === '' ? '…' : monthName(asOf))}
          </button>
        </div>
      )}
      <ImportOutcome
        asOf={asOf}
        imported={load.data ?? null}
        error={load.error}
        onResolve={(onConflict) => load.mutate(onConflict)}
        onLeave={load.reset}
      />
    </form>
  );
}
