import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { type RunDetails, readRun } from '../../lab/runs/read-run.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ArtifactBrowser } from './ArtifactBrowser.tsx';
import { CalibrationChart } from './CalibrationChart.tsx';
import { ImportanceChart } from './ImportanceChart.tsx';
import { LineageTable } from './LineageTable.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { RunCurves } from './RunCurves.tsx';
import { RunHeading } from './RunHeading.tsx';
import { RunOverview } from './RunOverview.tsx';
import { runTexts } from './run-texts.ts';
import { ThresholdPanel } from './ThresholdPanel.tsx';
import { TrainingPanel } from './TrainingPanel.tsx';

const PARTS = ['overview', 'threshold', 'explain', 'files', 'origin'] as const;

/** One run: its scores, what a threshold means, its curves, its files, and where it comes from. */
export function RunView({ runId }: { readonly runId: string }) {
  const texts = useMessages(runTexts);
  const { params, change } = useAddressParams();
  const { data: details, error } = useLab(['runs', 'models'], ['runs', 'one', runId], (lab) =>
    readRun(lab, runId),
  );
  const part = PARTS.find((name) => name === params.get('tab')) ?? 'overview';
  return (
    <div className="page">
      <header className="page-head">
        <p>
          <a href="#/runs">← {texts.backToRuns}</a>
        </p>
        {details === undefined && <h1>{error === null ? texts.title : texts.notFound}</h1>}
        {details !== undefined && <RunHeading details={details} />}
      </header>
      <ErrorNotice error={error} />
      {details === undefined && error === null && <p className="hint">{texts.reading}</p>}
      <TrainingPanel />
      {details !== undefined && (
        <Tabs
          selectedKey={part}
          onSelectionChange={(key) => change({ tab: key === 'overview' ? null : String(key) })}
        >
          <TabList className="tabs" aria-label={texts.tabs}>
            {PARTS.map((name) => (
              <Tab key={name} id={name}>
                {texts[name]}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="overview" className="run-panels">
            <RunOverview details={details} />
          </TabPanel>
          <TabPanel id="threshold" className="run-panels">
            {details.test === null ? (
              <p className="empty">{texts.nothingToDraw}</p>
            ) : (
              <ThresholdPanel test={details.test} />
            )}
          </TabPanel>
          <TabPanel id="explain" className="run-panels">
            <Explanation details={details} />
          </TabPanel>
          <TabPanel id="files" className="run-panels">
            <ArtifactBrowser runId={runId} files={details.files} />
          </TabPanel>
          <TabPanel id="origin" className="run-panels">
            <ReceiptPanel details={details} />
            <LineageTable details={details} />
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}

function Explanation({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(runTexts);
  if (details.curves === null) return <p className="empty">{texts.nothingToDraw}</p>;
  return (
    <>
      <RunCurves runs={[details]} />
      <div className="run-pictures">
        {details.importances !== null && <ImportanceChart importances={details.importances} />}
        <CalibrationChart details={details} />
      </div>
    </>
  );
}
