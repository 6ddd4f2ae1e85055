import type { Fault } from '../../core/serving/faults.ts';
import { readOnlineStore } from '../../lab/serving/read-online-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { MaterializeForm } from './MaterializeForm.tsx';
import { OnlineTable } from './OnlineTable.tsx';
import { OnlineTimeline } from './OnlineTimeline.tsx';
import { servingTexts } from './serving-texts.ts';

/** What is online, how old it is by the clock, and the means to fill it. */
export function OnlinePanel({ faults }: { readonly faults: readonly Fault[] }) {
  const texts = useMessages(servingTexts);
  const { data: online, error } = useLab(
    ['clock', 'data', 'features', 'serving'],
    ['online-store'],
    readOnlineStore,
  );
  return (
    <div className="section">
      <p>{texts.onlineLead}</p>
      <ErrorNotice error={error} />
      {online !== undefined && (
        <>
          {online.views.length > 0 && (
            <>
              <OnlineTable online={online} />
              <OnlineTimeline online={online} />
              <MaterializeForm key={online.now} online={online} faults={faults} />
            </>
          )}
          {online.views.length === 0 && <p className="empty">{texts.stepviewsWhy}</p>}
        </>
      )}
    </div>
  );
}
