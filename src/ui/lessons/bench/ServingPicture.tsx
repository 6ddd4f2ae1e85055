import { readOnlineStore } from '../../../lab/serving/read-online-store.ts';
import { readServing } from '../../../lab/serving/read-serving.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ApiCard } from '../../serving/ApiCard.tsx';
import { AskPanel } from '../../serving/AskPanel.tsx';
import { LogPanel } from '../../serving/LogPanel.tsx';
import { OnlineTable } from '../../serving/OnlineTable.tsx';
import { OnlineTimeline } from '../../serving/OnlineTimeline.tsx';
import { useAsking } from '../../serving/use-asking.ts';
import { useLab } from '../../workspace-queries.ts';
import { benchTexts } from './bench-texts.ts';
import '../../serving/serving.css';

/** What is online, a request and its answer, or the log. */
export function ServingPicture({ show }: { readonly show: 'online' | 'request' | 'log' }) {
  if (show === 'log') return <LogPicture />;
  return show === 'online' ? <OnlinePicture /> : <RequestPicture />;
}

function LogPicture() {
  const texts = useMessages(benchTexts);
  const { data: last, error } = useLab(['serving'], ['last-request'], ({ engine }) =>
    engine.requestLog.last(),
  );
  if (last === undefined) return <ErrorNotice error={error} />;
  return last === null ? <p className="empty">{texts.noRequest}</p> : <LogPanel />;
}

function OnlinePicture() {
  const texts = useMessages(benchTexts);
  const { data: online, error } = useLab(
    ['clock', 'data', 'features', 'serving'],
    ['online-store'],
    readOnlineStore,
  );
  if (online === undefined) return <ErrorNotice error={error} />;
  if (online.views.length === 0) return <p className="empty">{texts.nothingOnline}</p>;
  return (
    <>
      <OnlineTimeline online={online} />
      <OnlineTable online={online} />
    </>
  );
}

function RequestPicture() {
  const { data: state, error } = useLab(
    ['clock', 'data', 'features', 'models', 'serving', 'faults'],
    ['serving'],
    readServing,
  );
  const asking = useAsking();
  if (state === undefined) return <ErrorNotice error={error} />;
  return (
    <>
      <ApiCard state={state} isResumed={false} />
      <AskPanel state={state} asking={asking} />
    </>
  );
}
