import { readVersions } from '../../lab/models/read-models.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ProductionHistory } from './ProductionHistory.tsx';
import { UriResolver } from './UriResolver.tsx';
import { VersionComparison } from './VersionComparison.tsx';
import { VersionTable } from './VersionTable.tsx';

/** One registered model: its versions, who was in Production, what its URIs mean. */
export function ModelView({ name }: { readonly name: string }) {
  const { data: versions, error } = useLab(['models', 'runs'], ['versions', name], (workspace) =>
    readVersions(workspace, name),
  );
  const { data: history = [] } = useLab(['models'], ['stage-history', name], ({ engine }) =>
    engine.registry.getStageHistory(name),
  );
  if (versions === undefined) return <ErrorNotice error={error} />;
  return (
    <>
      <VersionTable name={name} versions={versions} />
      <VersionComparison versions={versions} />
      <ProductionHistory name={name} history={history} versions={versions} />
      <UriResolver name={name} aliases={versions.flatMap(({ version }) => version.aliases)} />
    </>
  );
}
