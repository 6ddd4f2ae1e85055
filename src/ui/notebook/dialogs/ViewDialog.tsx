import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { ModalDialog } from '../../parts/ModalDialog.tsx';
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
    <ModalDialog title={title} isOpen={isOpen} onClose={() => view.open(null)}>
      {(close) => (
        <>
          {children}
          <div className="actions">
            <button type="button" className="plain" onClick={close}>
              {texts.close}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}
