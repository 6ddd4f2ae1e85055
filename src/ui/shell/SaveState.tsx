import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { storageState } from '../../lab/storage/storage-state.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLocalTime } from '../storage/use-local-time.ts';
import { STORAGE_ADDRESS } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

/** Where the work is kept, once the lab is open, and whether there is a network; the lab needs none. */
export function SaveState() {
  const texts = useMessages(shellTexts);
  const localTime = useLocalTime();
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  const { status, savedAt } = useStore(storageState);
  const isOpen = status.kind === 'open';
  const saved = savedAt === null ? texts.saved : texts.savedAt(localTime(savedAt));
  return (
    <Link className="bar-state bar-link" href={STORAGE_ADDRESS}>
      <span className="bar-wide">
        {isOpen ? saved : status.kind === 'memory' ? texts.notKept : texts.storage}
        {!isOnline && ` · ${texts.offline}`}
      </span>
      <span className="bar-narrow">
        {isOpen ? texts.savedShort : status.kind === 'memory' ? texts.notKept : texts.storage}
      </span>
    </Link>
  );
}

function listen(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
