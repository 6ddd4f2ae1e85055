import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { resumeServing } from '../../lab/serving/kept-serving.ts';
import { readServing } from '../../lab/serving/read-serving.ts';
import { browserTexts } from '../../lab/session/browser-texts.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ApiCard } from './ApiCard.tsx';
import { AskPanel } from './AskPanel.tsx';
import { FaultBanner } from './FaultBanner.tsx';
import { FaultsPanel } from './FaultsPanel.tsx';
import { LogPanel } from './LogPanel.tsx';
import { OnlinePanel } from './OnlinePanel.tsx';
import { servingTexts } from './serving-texts.ts';
import { useAsking } from './use-asking.ts';
import './serving.css';

const TABS = ['ask', 'online', 'faults', 'log'] as const;

/** The API and what it is asked, the online store it reads, the faults, and the log of its answers. */
export function ServingPage() {
  const texts = useMessages(servingTexts);
  const { path, change } = useAddressParams();
  const { data: state, error } = useLab(
    ['clock', 'data', 'features', 'models', 'serving', 'faults'],
    ['serving'],
    async (workspace) => {
      const isResumed = await resumeServing(workspace, browserTexts());
      return { ...(await readServing(workspace)), isResumed };
    },
  );
  // Here rather than in its panel, so that the answer is still there when one comes back to it.
  const asking = useAsking();
  const tab = TABS.find((name) => path === `/serving/${name}`) ?? 'ask';
  const open = (name: string): void => change({}, { path: `/serving/${name}` });
  return (
    <div className="page serving">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {state === undefined ? (
        error === null && <p className="hint">{texts.loading}</p>
      ) : (
        <>
          <ApiCard state={state} isResumed={state.isResumed} />
          <FaultBanner faults={state.faults} onSee={() => open('faults')} />
          {(state.done.views || state.status.state !== 'stopped') && (
            <Tabs className="serving-tabs" selectedKey={tab} onSelectionChange={(key) => open(String(key))}>
              <TabList className="tabs" aria-label={texts.tabs}>
                {TABS.map((name) => (
                  <Tab key={name} id={name}>
                    {texts[name]}
                  </Tab>
                ))}
              </TabList>
              <TabPanel id="ask">
                <AskPanel state={state} asking={asking} />
              </TabPanel>
              <TabPanel id="online">
                <OnlinePanel faults={state.faults} />
              </TabPanel>
              <TabPanel id="faults">
                <FaultsPanel state={state} />
              </TabPanel>
              <TabPanel id="log">
                <LogPanel />
              </TabPanel>
            </Tabs>
          )}
        </>
      )}
    </div>
  );
}
