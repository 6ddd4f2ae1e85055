import { Link } from 'wouter';
import { useMessages } from '../i18n/use-messages.ts';
import { dataTexts } from './data-texts.ts';
import { LoadStreamflow } from './LoadStreamflow.tsx';

/** A lab without tables: what there is to load, in one click. */
export function EmptyData() {
  const texts = useMessages(dataTexts);
  return (
    <div className="empty">
      <h2>{texts.emptyLead}</h2>
      <p>{texts.emptyWhy}</p>
      <div className="actions">
        <LoadStreamflow look="primary" />
        <Link className="plain" href="/data/import">
          {texts.import}
        </Link>
      </div>
    </div>
  );
}
