import { Link } from 'wouter';
import { useStore } from 'zustand';
import { backupState, dismissReminder } from '../../lab/storage/backup-state.ts';
import { storageState } from '../../lab/storage/storage-state.ts';
import { isReminderDue } from '../../lab/storage/unsaved-work.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { STORAGE_ADDRESS } from '../shell/routes.ts';
import { reminderTexts } from './reminder-texts.ts';

/** After half an hour of work in no backup, and always where nothing is kept at all: one line, never in the way. */
export function BackupReminder() {
  const texts = useMessages(reminderTexts);
  const isDue = useStore(backupState, isReminderDue);
  const isInMemory = useStore(storageState, ({ status }) => status.kind === 'memory');
  if (!isDue && !isInMemory) return null;
  return (
    <section className="version-notice" aria-label={texts.notice}>
      <p role="status">{isInMemory ? texts.inMemory : texts.due}</p>
      <Link className="plain" href={STORAGE_ADDRESS}>
        {texts.open}
      </Link>
      {isDue && (
        <button type="button" className="quiet" onClick={dismissReminder}>
          {texts.later}
        </button>
      )}
    </section>
  );
}
