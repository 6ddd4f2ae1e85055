import { useMessages } from '../../i18n/use-messages.ts';
import { ModalDialog } from '../../parts/ModalDialog.tsx';
import { lessonTexts } from '../lesson-texts.ts';

/** Asks before a lesson begins anew. */
export function RestartDialog({
  isOpen,
  onClose,
  onRestart,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRestart: () => void;
}) {
  const texts = useMessages(lessonTexts);
  return (
    <ModalDialog title={texts.restartTitle} isOpen={isOpen} onClose={onClose}>
      {(close) => (
        <>
          <p>{texts.restartWhy}</p>
          <div className="actions">
            <button
              type="button"
              className="danger"
              onClick={() => {
                onRestart();
                close();
              }}
            >
              {texts.restartDo}
            </button>
            <button type="button" className="plain" onClick={close}>
              {texts.cancel}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}
