import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useLab } from '../workspace-queries.ts';
import { shellTexts } from './shell-texts.ts';

/** Where the work is kept, once the lab is open, and whether there is a network; the lab needs none. */
export function SaveState() {
  const texts = useMessages(shellTexts);
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  const { isSuccess } = useLab(['clock'], ['clock'], ({ engine }) => engine.time.clock.now());
  return (
    <span className="bar-state">
      {isSuccess && texts.saved}
      {!isOnline && ` · ${texts.offline}`}
    </span>
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
