import { useMutation } from '@tanstack/react-query';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { downloadBackup } from './download-backup.ts';
import { storageTexts } from './storage-texts.ts';

/** Saves a backup of everything to a file. */
export function BackupButton({ look = 'primary' }: { readonly look?: 'primary' | 'plain' }) {
  const texts = useMessages(storageTexts);
  const formats = useFormats();
  const save = useMutation({ mutationFn: downloadBackup });
  return (
    <>
      <div className="actions">
        <button type="button" className={look} disabled={save.isPending} onClick={() => save.mutate()}>
          {texts.save}
        </button>
        <span role="status" className="hint">
          {save.data && texts.savedAs(save.data.name, formats.bytes(save.data.file.size))}
        </span>
      </div>
      <ErrorNotice error={save.error} />
    </>
  );
}
