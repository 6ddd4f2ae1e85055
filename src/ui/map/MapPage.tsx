import { Link } from 'wouter';
import { readMap } from '../../lab/map/read-map.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { MapDiagram } from './MapDiagram.tsx';
import { mapTexts } from './map-texts.ts';
import { NextStepPanel } from './NextStepPanel.tsx';
import './map.css';

/** Home: the route as it stands, and the next thing to do on it. */
export function MapPage() {
  const texts = useMessages(mapTexts);
  const { data: map, error } = useLab(
    ['clock', 'data', 'features', 'runs', 'models', 'serving', 'faults'],
    ['map'],
    readMap,
  );
  return (
    <div className="page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {map === undefined ? (
        error === null && <p className="hint">{texts.reading}</p>
      ) : (
        <>
          <NextStepPanel map={map} />
          <MapDiagram map={map} />
        </>
      )}
      <p>
        <Link href="/route">{texts.whole}</Link>
      </p>
    </div>
  );
}
