import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
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
        <>
          <p>{texts.clearWhy}</p>
          <ErrorNotice error={clear.error} />
          <div className="actions">
            <button
              type="button"
              className="danger"
              disabled={clear.isPending}
              onClick={() => clear.mutate(undefined, { onSuccess: close })}
            >
              {texts.confirmClear}
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
