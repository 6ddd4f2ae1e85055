import { readMap } from '../../../lab/map/read-map.ts';
import { MapDiagram } from '../../map/MapDiagram.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { useLab } from '../../workspace-queries.ts';
import '../../map/map.css';

/** The map over the lesson's lab, with one station pointed out. */
export function MapPicture({ station }: { readonly station: string | null }) {
  const { data: map, error } = useLab(
    ['clock', 'data', 'features', 'runs', 'models', 'serving', 'faults'],
    ['map'],
    readMap,
  );
  return (
    <div className="map-picture" data-station={station ?? undefined}>
      <ErrorNotice error={error} />
      {map !== undefined && <MapDiagram map={map} />}
    </div>
  );
}
