import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { removeUnreadable } from '../../lab/storage/remove-unreadable.ts';
import { type FailedStatus, workWithoutStorage } from '../../lab/storage/storage-state.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { queryClient } from '../workspace-queries.ts';
import { BackupButton } from './BackupButton.tsx';
import { RestorePanel } from './RestorePanel.tsx';
import { screenTexts } from './screen-texts.ts';
import './storage.css';

/** In place of a page while the lab cannot reach its data: what happened, and every way to the work. */
export function StorageScreen({ status }: { readonly status: FailedStatus }) {
  const texts = useMessages(screenTexts);
  const { title, text } = wordsOf(status, texts);
  return (
    <div className="page storage-screen" data-status={status.kind}>
      <header className="page-head">
        <h1>{title}</h1>
        <p role="alert">{text}</p>
      </header>
      <Ways status={status} />
      {status.kind === 'unavailable' && (
        <details>
          <summary>{texts.details}</summary>
          <p>
            <code>{status.error.message}</code>
          </p>
        </details>
      )}
    </div>
  );
}

function Ways({ status }: { readonly status: FailedStatus }) {
  const texts = useMessages(screenTexts);
  if (status.kind === 'waiting') return null;
  const isForbidden = status.kind === 'unavailable' && status.error.reason === 'forbidden';
  const isUnreadable = status.kind === 'unavailable' && status.error.reason === 'unreadable';
  return (
    <>
      <div className="actions">
        <button type="button" className="primary" onClick={() => location.reload()}>
          {texts.reload}
        </button>
        {status.kind === 'unavailable' && (
          <button type="button" className="plain" onClick={goOnInMemory}>
            {texts.inMemory}
          </button>
        )}
      </div>
      {status.kind === 'unavailable' && <p className="hint">{texts.inMemoryWhy}</p>}
      {!isForbidden && (
        <section className="section">
          <h2>{texts.rescue}</h2>
          <p className="hint">{texts.rescueWhy}</p>
          <BackupButton look="plain" />
          {status.kind === 'closed' && <RestorePanel />}
          {isUnreadable && <StartAnew />}
        </section>
      )}
    </>
  );
}

/** Deletes the one database that cannot be read; the notebooks and lessons stay. */
function StartAnew() {
  const texts = useMessages(screenTexts);
  const remove = useMutation({
    mutationFn: removeUnreadable,
    onSuccess: () => location.reload(),
  });
  return (
    <DialogTrigger>
      <div className="actions">
        <Button className="danger">{texts.anew}</Button>
      </div>
      <ModalDialog title={texts.anewTitle}>
        {(close) => (
          <>
            <p>{texts.anewText}</p>
            <ErrorNotice error={remove.error} />
            <div className="actions">
              <button type="button" className="danger" onClick={() => remove.mutate()}>
                {texts.anew}
              </button>
              <button type="button" className="plain" onClick={close}>
                {texts.cancel}
              </button>
            </div>
          </>
        )}
      </ModalDialog>
    </DialogTrigger>
  );
}

async function goOnInMemory(): Promise<void> {
  workWithoutStorage();
  await queryClient.invalidateQueries();
}

function wordsOf(
  status: FailedStatus,
  texts: (typeof screenTexts)['en'],
): { readonly title: string; readonly text: string } {
  if (status.kind === 'waiting') return { title: texts.waiting, text: texts.waitingText };
  if (status.kind === 'closed') {
    return {
      deleted: { title: texts.deleted, text: texts.deletedText },
      upgraded: { title: texts.upgraded, text: texts.upgradedText },
      'taken-away': { title: texts.takenAway, text: texts.takenAwayText },
    }[status.reason];
  }
  return {
    forbidden: { title: texts.forbidden, text: texts.forbiddenText },
    newer: { title: texts.newer, text: texts.newerText },
    unreadable: { title: texts.unreadable, text: texts.unreadableText },
  }[status.error.reason];
}
