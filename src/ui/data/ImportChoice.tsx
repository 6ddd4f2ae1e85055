import { useState } from 'react';
import type { OpenedGroup } from '../../lab/data/open-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { importTexts } from './import-texts.ts';
import { MonthImport } from './MonthImport.tsx';
import { TableImport } from './TableImport.tsx';

/** What the opened files are: a month of the course's tables, or one table of any kind; and of which folder. */
export function ImportChoice({ groups }: { readonly groups: readonly OpenedGroup[] }) {
  const texts = useMessages(importTexts);
  const looksLikeMonth = groups.some(({ files }) => files.some(({ table }) => table !== null));
  const [isMonth, setIsMonth] = useState(looksLikeMonth);
  const [position, setPosition] = useState(0);
  const group = groups[position]!;
  return (
    <>
      <div className="fields">
        <fieldset className="choices">
          <legend>{texts.what}</legend>
          <label>
            <input type="radio" name="what" checked={isMonth} onChange={() => setIsMonth(true)} />
            {texts.asMonth}
          </label>
          <label>
            <input type="radio" name="what" checked={!isMonth} onChange={() => setIsMonth(false)} />
            {texts.asTable}
          </label>
        </fieldset>
        {groups.length > 1 && (
          <label className="field">
            <span>{texts.folder}</span>
            <select value={position} onChange={(event) => setPosition(Number(event.target.value))}>
              {groups.map(({ folder }, i) => (
                <option key={folder} value={i}>
                  {folder || texts.noFolder}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {isMonth ? (
        <MonthImport key={group.folder} group={group} />
      ) : (
        <TableImport key={group.folder} files={group.files} />
      )}
    </>
  );
}
