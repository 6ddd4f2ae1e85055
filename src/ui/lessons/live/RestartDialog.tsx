import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../../i18n/use-messages.ts';
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
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) onClose();
      }}
    >
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {texts.restartTitle}
          </Heading>
          <p>{texts.restartWhy}</p>
          <div className="actions">
            <button
              type="button"
              className="danger"
              onClick={() => {
                onRestart();
                onClose();
              }}
            >
              {texts.restartDo}
            </button>
            <button type="button" className="plain" onClick={onClose}>
              {texts.cancel}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
