import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../../i18n/use-messages.ts';
import { partsTexts } from '../../parts/parts-texts.ts';
import { useNotebook, useViewState } from '../notebook-context.ts';
import type { ViewState } from '../notebook-view.ts';

/** A dialog of the notebook, opened by name through its view. */
export function ViewDialog({
  name,
  title,
  children,
}: {
  readonly name: NonNullable<ViewState['dialog']>;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const texts = useMessages(partsTexts);
  const { view } = useNotebook();
  const isOpen = useViewState(({ dialog }) => dialog === name);
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && view.open(null)}
    >
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="actions">
            <button type="button" className="plain" onClick={() => view.open(null)}>
              {texts.close}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
