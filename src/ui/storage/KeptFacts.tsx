import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { appFilesState } from '../../lab/offline/app-files-state.ts';
import { readContents } from '../../lab/storage/database-contents.ts';
import { labHome } from '../../lab/storage/lab-home.ts';
import { askToPersist, persistence, readPersistence } from '../../lab/storage/persistence.ts';
import { storageState } from '../../lab/storage/storage-state.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { storageTexts } from './storage-texts.ts';
import { useContentsText } from './use-contents-text.ts';
import { useLocalTime } from './use-local-time.ts';

/** Where the work is, what there is of it, how much room it has, and what the browser may do to it. */
export function KeptFacts() {
  const texts = useMessages(storageTexts);
  const formats = useFormats();
  const localTime = useLocalTime();
  const { nameOf, textOf } = useContentsText();
  const { status, savedAt } = useStore(storageState);
  const { answer, usage, quota } = useStore(persistence);
  const offline = useStore(appFilesState, (state) => state.offline);
  const { data: contents = [] } = useQuery({
    queryKey: ['storage-contents', savedAt, status.kind],
    queryFn: async () => {
      await readPersistence();
      return readContents(labHome());
    },
  });
  const evictions = {
    kept: texts.evictionKept,
    refused: texts.evictionRefused,
    'not-asked': texts.evictionNotAsked,
    unknown: texts.evictionUnknown,
  };
  const offlines = {
    ready: texts.offlineReady,
    storing: texts.offlineStoring,
    failed: texts.offlineFailed,
    unavailable: texts.offlineUnavailable,
    unknown: texts.offlineUnknown,
  };
  return (
    <dl className="storage-facts">
      <dt>{texts.where}</dt>
      <dd>{status.kind === 'memory' ? texts.whereMemory : texts.whereText(location.host)}</dd>
      {contents.map((database) => (
        <div key={database.name}>
          <dt>{nameOf(database.name, database.kind)}</dt>
          <dd>{textOf(database)}</dd>
        </div>
      ))}
      <dt>{texts.saved}</dt>
      <dd>{savedAt === null ? texts.savedNever : localTime(savedAt)}</dd>
      <dt>{texts.room}</dt>
      <dd>
        {usage === null || quota === null
          ? texts.roomUnknown
          : texts.roomText(formats.bytes(usage), formats.bytes(quota))}
      </dd>
      <dt>{texts.eviction}</dt>
      <dd>
        {evictions[answer]}{' '}
        {(answer === 'refused' || answer === 'not-asked') && (
          <button type="button" className="quiet" onClick={askToPersist}>
            {texts.ask}
          </button>
        )}
      </dd>
      <dt>{texts.offline}</dt>
      <dd>{offlines[offline]}</dd>
    </dl>
  );
}
