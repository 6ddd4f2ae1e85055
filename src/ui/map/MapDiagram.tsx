import type { LabMap, LinkName } from '../../lab/map/read-map.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { MapLink } from './MapLink.tsx';
import { MapNode } from './MapNode.tsx';
import { mapTexts } from './map-texts.ts';

const LINKS: readonly (readonly [LinkName, 'snapshots' | 'views' | 'runs' | 'models' | 'online', string])[] =
  [
    ['snapshots-views', 'snapshots', 'views'],
    ['views-runs', 'views', 'runs'],
    ['runs-models', 'runs', 'models'],
    ['models-api', 'models', 'api'],
    ['views-online', 'views', 'online'],
    ['online-api', 'online', 'api'],
  ];

/**
 * The rooms in the order of the route, with what they hold. Two ways lead from the feature views to the API: above by a
 * trained model, below by the values it is asked with.
 */
export function MapDiagram({ map }: { readonly map: LabMap }) {
  const texts = useMessages(mapTexts);
  const formats = useFormats();
  const { snapshots, views, runs, versions, online, api, faults, links } = map;
  const stages = Object.entries(versions).filter(([, count]) => count > 0);
  return (
    <div className="map-frame">
      <div className="map">
        <MapNode area="snapshots" href="/data" title={texts.snapshots} purpose={texts.snapshotsWhy}>
          {snapshots.nTables > 0 && (
            <>
              <span>
                {texts.months(formats.count(snapshots.months.length), snapshots.months.at(-1) ?? '')}
              </span>
              <span>{texts.rows(formats.count(snapshots.nRows), formats.count(snapshots.nTables))}</span>
            </>
          )}
        </MapNode>
        <MapNode area="views" href="/features" title={texts.views} purpose={texts.viewsWhy}>
          {views.nViews > 0 && (
            <span>{texts.viewCount(formats.count(views.nViews), formats.count(views.nFeatures))}</span>
          )}
        </MapNode>
        <MapNode area="runs" href="/runs" title={texts.runs} purpose={texts.runsWhy}>
          {runs.nRuns > 0 && <span>{texts.runCount(formats.count(runs.nRuns), runs.lastRunName ?? '')}</span>}
        </MapNode>
        <MapNode area="models" href="/models" title={texts.models} purpose={texts.modelsWhy}>
          {stages.length > 0 && (
            <span className="map-stages">
              {stages.map(([stage, count]) => (
                <span key={stage}>
                  {formats.count(count)} <StageChip stage={stage} />
                </span>
              ))}
            </span>
          )}
        </MapNode>
        <MapNode area="online" href="/serving" title={texts.online} purpose={texts.onlineWhy}>
          {online.lastEnd !== null && (
            <>
              <span>{texts.filled(formats.date(online.lastEnd))}</span>
              <span>
                {(online.ageMs ?? 0) > 0 ? texts.age(formats.duration(online.ageMs ?? 0)) : texts.fresh}
              </span>
            </>
          )}
        </MapNode>
        <MapNode area="api" href="/serving" title={texts.api} purpose={texts.apiWhy}>
          <span>{api.state === 'running' ? texts.running(api.version ?? '') : texts[api.state]}</span>
          {api.isBehind && <span className="map-warning">{texts.behind}</span>}
          {faults.length > 0 && <span className="map-warning">{texts.fault(faults.join(', '))}</span>}
        </MapNode>
        {LINKS.map(([name]) => (
          <MapLink key={name} name={name} state={links[name]} />
        ))}
        <ul className="visually-hidden" aria-label={texts.links}>
          {LINKS.map(([name, from, to]) => (
            <li key={name}>{texts.link(texts[from], texts[to as 'api'], texts[links[name]])}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
