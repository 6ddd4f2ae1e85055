import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { summarizeRequests } from '../../lab/serving/summarize-requests.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ClearLogDialog } from './ClearLogDialog.tsx';
import { MetricsPreview } from './MetricsPreview.tsx';
import { OutcomeBars } from './OutcomeBars.tsx';
import { RequestDetails } from './RequestDetails.tsx';
import { RequestTable } from './RequestTable.tsx';
import { servingTexts } from './serving-texts.ts';

/** Every call of /predict: how they ended, how long they took, each in full. */
export function LogPanel() {
  const texts = useMessages(servingTexts);
  const { params, change } = useAddressParams();
  const { data: requests, error } = useLab(['serving'], ['request-log'], ({ engine }) =>
    engine.requestLog.list(),
  );
  const selected = requests?.find(({ sequence }) => String(sequence) === params.get('request'));
  return (
    <div className="section">
      <p>{texts.logLead}</p>
      <ErrorNotice error={error} />
      {requests?.length === 0 && (
        <div className="empty">
          <p>{texts.logEmpty}</p>
          <button type="button" className="primary" onClick={() => change({}, { path: '/serving/ask' })}>
            {texts.toAsk}
          </button>
        </div>
      )}
      {requests !== undefined && requests.length > 0 && (
        <>
          <OutcomeBars summary={summarizeRequests(requests)} />
          <div className="section-head">
            <h2>{texts.requests}</h2>
            <DialogTrigger>
              <Button className="danger">{texts.clearLog}</Button>
              <ClearLogDialog />
            </DialogTrigger>
          </div>
          <RequestTable
            requests={requests}
            onSelect={({ sequence }) => change({ request: String(sequence) })}
          />
          {selected !== undefined && <RequestDetails request={selected} />}
        </>
      )}
      <MetricsPreview />
    </div>
  );
}
