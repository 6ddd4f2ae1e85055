import { useState } from 'react';
import { type DeleteScope, deleteData } from '../../lab/data/delete-data.ts';
import { ALL_MONTHS, type Selection } from '../../lab/data/read-rows.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { dataTexts } from './data-texts.ts';
import { useMonthName } from './month-name.ts';

/** Asks what is to go before anything does. */
export function DeleteDialog({ selection }: { readonly selection: Selection }) {
  const texts = useMessages(dataTexts);
  return (
    <ModalDialog title={texts.deleteTitle(selection.table)}>
      {(close) => <DeleteForm selection={selection} close={close} />}
    </ModalDialog>
  );
}

function DeleteForm({ selection, close }: { readonly selection: Selection; readonly close: () => void }) {
  const texts = useMessages(dataTexts);
  const monthName = useMonthName();
  const { table, month } = selection;
  const scopes: Readonly<Partial<Record<DeleteScope, string>>> =
    month === ALL_MONTHS
      ? { table: texts.deleteTable(table) }
      : {
          snapshot: texts.deleteMonthOfTable(table, monthName(month)),
          month: texts.deleteMonth(monthName(month)),
          table: texts.deleteTable(table),
        };
  const choices = Object.entries(scopes) as [DeleteScope, string][];
  const [scope, setScope] = useState<DeleteScope>(choices[0]![0]);
  const remove = useLabAction(['data'], async (workspace) => {
    await deleteData(workspace, selection, scope);
    announce(texts.deleted(scopes[scope] ?? table));
  });
  return (
    <DialogForm action={remove} confirm={texts.confirmDelete} look="danger" close={close}>
      <p>{texts.deleteWhy}</p>
      <fieldset className="choices">
        <legend>{texts.deleteWhat}</legend>
        {choices.map(([choice, label]) => (
          <label key={choice}>
            <input type="radio" name="scope" checked={scope === choice} onChange={() => setScope(choice)} />
            {label}
          </label>
        ))}
      </fieldset>
    </DialogForm>
  );
}
