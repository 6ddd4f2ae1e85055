import type { Fault, FaultKind } from '../../core/serving/faults.ts';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FaultItem } from './FaultItem.tsx';
import { servingTexts } from './serving-texts.ts';

/** Each kind of fault with its switch, its options, and what it will do. */
export function FaultsPanel({ state }: { readonly state: ServingState }) {
  const texts = useMessages(servingTexts);
  const kinds = usualFaults(state.views);
  return (
    <div className="section">
      <p>{texts.faultsLead}</p>
      <ul className="faults">
        {kinds.map((usual) => (
          <FaultItem
            key={usual.kind}
            usual={usual}
            active={state.faults.find(({ kind }) => kind === usual.kind) ?? null}
            views={state.views}
          />
        ))}
      </ul>
    </div>
  );
}

/** Every kind with options to begin with: the view and the number that the course's model leans on most. */
function usualFaults(views: ServingState['views']): readonly Fault[] {
  const view = views.find(({ name }) => name === 'usage_agg_30d_fv') ?? views[0];
  const numeric = view?.features.find(({ dtype }) => dtype === 'float64') ?? view?.features[0];
  const name = view?.name ?? 'usage_agg_30d_fv';
  const feature = `${name}:${numeric?.name ?? 'watch_hours_30d'}`;
  const faults: Readonly<Record<FaultKind, Fault>> = {
    'null-feature': { kind: 'null-feature', feature },
    'wrong-type': { kind: 'wrong-type', feature },
    'skip-materialization': { kind: 'skip-materialization' },
    'late-data': { kind: 'late-data', view: name, days: 40 },
    'drop-feature-view': { kind: 'drop-feature-view', view: name },
    'slow-store': { kind: 'slow-store', ms: 400 },
    'api-down': { kind: 'api-down' },
  };
  return Object.values(faults);
}
