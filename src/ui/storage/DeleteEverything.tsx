import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { browserTexts } from '../../lab/session/browser-texts.ts';
import { labHome } from '../../lab/storage/lab-home.ts';
import { deleteEverything } from '../../lab/storage/open-backup.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { startAnew } from './start-anew.ts';
import { storageTexts } from './storage-texts.ts';

/** Deletes all work from this browser, after asking once. */
export function DeleteEverything() {
  const texts = useMessages(storageTexts);
  const remove = useMutation({
    mutationFn: () => deleteEverything(labHome(), browserTexts()),
    onSuccess: startAnew,
  });
  return (
    <DialogTrigger>
      <Button className="danger">{texts.deleteAll}</Button>
      <ModalDialog title={texts.deleteTitle}>
        {(close) => (
          <DialogForm action={remove} confirm={texts.deleteConfirm} look="danger" close={close}>
            <p>{texts.deleteText}</p>
          </DialogForm>
        )}
      </ModalDialog>
    </DialogTrigger>
  );
}
