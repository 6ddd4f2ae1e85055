import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/** A dialog over the page, opened by the trigger around it or by `isOpen`; `children` get what closes it. */
export function ModalDialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  readonly title: string;
  /** Left out, as `onClose` is, where a trigger around it opens and closes it. */
  readonly isOpen?: boolean;
  readonly onClose?: () => void;
  readonly children: (close: () => void) => ReactNode;
}) {
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      {...(isOpen !== undefined && {
        isOpen,
        onOpenChange: (isStillOpen: boolean) => {
          if (!isStillOpen) onClose?.();
        },
      })}
    >
      <Modal>
        <Dialog className="dialog">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
