import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { readFeatureDefinitions } from '../../lab/features/read-feature-definitions.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { Explorer } from './Explorer.tsx';
import { DefineViews } from './FirstSteps.tsx';
import { featuresTexts } from './features-texts.ts';
import { TrainingSetBuilder } from './TrainingSetBuilder.tsx';
import { ViewList } from './ViewList.tsx';
import './features.css';

const TABS = ['views', 'explorer', 'training-set'] as const;

/** The station of the features: what is defined, one customer in time, and the training set. */
export function FeaturesPage() {
  const texts = useMessages(featuresTexts);
  const { path, change } = useAddressParams();
  const { data: definitions, error } = useLab(['features'], ['feature-definitions'], readFeatureDefinitions);
  const tab = TABS.find((name) => path === `/features/${name}`) ?? 'views';
  const names = { views: texts.views, explorer: texts.explorer, 'training-set': texts.trainingSet };
  return (
    <div className="page features">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {definitions === undefined ? (
        error === null && <p className="loading">{texts.loading}</p>
      ) : definitions.views.length === 0 ? (
        <DefineViews />
      ) : (
        <Tabs selectedKey={tab} onSelectionChange={(key) => change({}, { path: `/features/${key}` })}>
          <TabList className="tabs" aria-label={texts.tabs}>
            {TABS.map((name) => (
              <Tab key={name} id={name}>
                {names[name]}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="views" className="tab-panel">
            <ViewList definitions={definitions} />
          </TabPanel>
          <TabPanel id="explorer" className="tab-panel">
            <Explorer />
          </TabPanel>
          <TabPanel id="training-set" className="tab-panel">
            <TrainingSetBuilder views={definitions.views.map(({ definition }) => definition)} />
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}
