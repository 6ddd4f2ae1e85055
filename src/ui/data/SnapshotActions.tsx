import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { type ExportFormat, exportRows } from '../../lab/data/export-table.ts';
import type { SelectedRows } from '../../lab/data/read-rows.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { dataTexts } from './data-texts.ts';

/** What can be done with the selected rows: take them away as a file, or delete them. */
export function SnapshotActions({ selected }: { readonly selected: SelectedRows }) {
  const texts = useMessages(dataTexts);
  const download = (format: ExportFormat): void => {
    const { name, blob } = exportRows(selected, format);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // The browser has taken the file by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    announce(texts.downloaded(name));
  };
  return (
    <div className="actions">
      <button type="button" className="quiet" onClick={() => download('csv')}>
        {texts.downloadCsv}
      </button>
      <button type="button" className="quiet" onClick={() => download('parquet')}>
        {texts.downloadParquet}
      </button>
      <DialogTrigger>
        <Button className="quiet">{texts.delete}</Button>
        <DeleteDialog selection={selected} />
      </DialogTrigger>
    </div>
  );
}
