import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useNotebookState } from './notebook-context.ts';
import { stationTexts } from './station-texts.ts';
import { useShortTimes } from './use-short-times.ts';

/** Whether what is seen is on disk, and since when. */
export function SavingState() {
  const texts = useMessages(stationTexts);
  const times = useShortTimes();
  const { unsaved, savedAt, error } = useNotebookState((state) => state.saving);
  if (error !== null) {
    return (
      <div className="not-saved">
        <strong>{texts.notSaved}</strong>
        <ErrorNotice error={error} />
      </div>
    );
  }
  const saved = savedAt === null ? texts.savedInBrowser : texts.saved(times.clock(savedAt));
  return <span className="bar-state">{unsaved.length > 0 ? texts.saving : saved}</span>;
}
