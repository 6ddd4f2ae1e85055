import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { partsTexts } from './parts-texts.ts';

/** What a dialog does when it is agreed to: an action on the lab, or any other mutation without variables. */
export interface DialogAction {
  readonly error: Error | null;
  readonly isPending: boolean;
  mutate(variables: undefined, options: { readonly onSuccess: () => void }): void;
}

/** The body of a dialog that asks: it acts when agreed to, says what went wrong, and closes when all went well. */
export function DialogForm({
  action,
  confirm,
  look = 'primary',
  close,
  children,
}: {
  readonly action: DialogAction;
  /** What happens, on the button that does it. */
  readonly confirm: string;
  /** 'danger' where something is lost by it. */
  readonly look?: 'primary' | 'danger';
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  const texts = useMessages(partsTexts);
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate(undefined, { onSuccess: close });
      }}
    >
      {children}
      <ErrorNotice error={action.error} />
      <div className="actions">
        <button type="submit" className={look} disabled={action.isPending}>
          {confirm}
        </button>
        <button type="button" className="plain" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
