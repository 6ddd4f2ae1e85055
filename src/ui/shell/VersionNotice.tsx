import { useState } from 'react';
import { useStore } from 'zustand';
import { appFilesState, takeUpdate } from '../../lab/offline/app-files-state.ts';
import { workUnderWay } from '../../lab/session/work-under-way.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { versionTexts } from './version-texts.ts';

/** Says that a new version of the app is ready. The reader decides when; while something runs, it cannot be now. */
export function VersionNotice() {
  const texts = useMessages(versionTexts);
  const update = useStore(appFilesState, (state) => state.update);
  const isBusy = useStore(workUnderWay, ({ count }) => count > 0);
  const [isPutOff, setPutOff] = useState(false);
  if (update === 'none' || isPutOff) return null;
  return (
    <section className="version-notice" aria-label={texts.notice}>
      <p role="status">
        {update === 'ready' ? texts.ready : texts.taken} {isBusy ? texts.busy : texts.keeps}
      </p>
      <button type="button" className="plain" disabled={isBusy} onClick={takeUpdate}>
        {texts.take}
      </button>
      <button type="button" className="quiet" onClick={() => setPutOff(true)}>
        {texts.later}
      </button>
    </section>
  );
}
