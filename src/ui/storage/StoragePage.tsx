import { useStore } from 'zustand';
import { backupState } from '../../lab/storage/backup-state.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { BackupButton } from './BackupButton.tsx';
import { DeleteEverything } from './DeleteEverything.tsx';
import { KeptFacts } from './KeptFacts.tsx';
import { RestorePanel } from './RestorePanel.tsx';
import { storageTexts } from './storage-texts.ts';
import { useLocalTime } from './use-local-time.ts';
import './storage.css';

/** Where the work is, how to take it along, and how to bring it back. */
export function StoragePage() {
  const texts = useMessages(storageTexts);
  const localTime = useLocalTime();
  const backedUpAt = useStore(backupState, (state) => state.backedUpAt);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <section className="section">
        <h2>{texts.kept}</h2>
        <KeptFacts />
      </section>
      <section className="section">
        <h2>{texts.backup}</h2>
        <p className="hint">
          {texts.backupWhy} {backedUpAt === null ? texts.noBackup : texts.lastBackup(localTime(backedUpAt))}
        </p>
        <BackupButton />
      </section>
      <section className="section">
        <h2>{texts.restore}</h2>
        <RestorePanel />
      </section>
      <section className="section">
        <h2>{texts.leave}</h2>
        <p className="hint">{texts.leaveWhy}</p>
        <div className="actions">
          <DeleteEverything />
        </div>
      </section>
    </div>
  );
}
