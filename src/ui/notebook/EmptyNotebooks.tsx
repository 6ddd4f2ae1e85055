import { useMessages } from '../i18n/use-messages.ts';
import { FirstStepsButton } from './FirstStepsButton.tsx';
import { ImportButton } from './ImportButton.tsx';
import { stationTexts } from './station-texts.ts';

/** No notebook yet: what one is, and three ways to a first. */
export function EmptyNotebooks({ onCreate }: { readonly onCreate: () => void }) {
  const texts = useMessages(stationTexts);
  return (
    <div className="empty">
      <h2>{texts.emptyLead}</h2>
      <p>{texts.emptyWhy}</p>
      <div className="actions">
        <FirstStepsButton look="primary" />
        <button type="button" className="plain" onClick={onCreate}>
          {texts.create}
        </button>
        <ImportButton />
      </div>
    </div>
  );
}
