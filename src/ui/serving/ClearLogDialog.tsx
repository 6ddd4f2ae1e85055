import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { servingTexts } from './serving-texts.ts';

/** Asks before the request log is forgotten. */
export function ClearLogDialog() {
  const texts = useMessages(servingTexts);
  const clear = useLabAction(['serving'], async ({ engine }) => {
    await engine.requestLog.clear();
    announce(texts.cleared);
  });
  return (
    <ModalDialog title={texts.clearLog}>
      {(close) => (
        <DialogForm action={clear} confirm={texts.confirmClear} look="danger" close={close}>
          <p>{texts.clearWhy}</p>
        </DialogForm>
      )}
    </ModalDialog>
  );
}
