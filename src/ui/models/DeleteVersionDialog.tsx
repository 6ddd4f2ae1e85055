import type { ModelVersion } from '../../core/registry/entities.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { modelsTexts } from './models-texts.ts';

/** Asks before a version is deleted: that cannot be undone, as in MLflow. */
export function DeleteVersionDialog({ version }: { readonly version: ModelVersion }) {
  const texts = useMessages(modelsTexts);
  const number = String(version.version);
  const remove = useLabAction(['models', 'serving'], async ({ engine }) => {
    await engine.registry.deleteModelVersion(version.name, version.version);
    announce(texts.deletedVersion(number));
  });
  return (
    <ModalDialog title={texts.deleteVersion(number)}>
      {(close) => (
        <DialogForm action={remove} confirm={texts.confirmDelete(number)} look="danger" close={close}>
          <p>{texts.deleteWhy(number)}</p>
        </DialogForm>
      )}
    </ModalDialog>
  );
}
