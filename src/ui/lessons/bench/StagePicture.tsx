import { readModelNames, readVersions } from '../../../lab/models/read-models.ts';
import type { Workspace } from '../../../lab/workspace/workspace.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ProductionHistory } from '../../models/ProductionHistory.tsx';
import { VersionTable } from '../../models/VersionTable.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { useLab } from '../../workspace-queries.ts';
import { benchTexts } from './bench-texts.ts';
import '../../models/models.css';

/** The versions of a model, who was in Production when, and why. */
export function StagePicture({ model }: { readonly model: string | null }) {
  const texts = useMessages(benchTexts);
  const { data, error } = useLab(['models', 'runs'], ['bench-stages', model], (lab) =>
    readStages(lab, model),
  );
  if (data === undefined) return <ErrorNotice error={error} />;
  if (data === null) return <p className="empty">{texts.noModel}</p>;
  return (
    <>
      <ProductionHistory name={data.name} history={data.history} versions={data.versions} />
      <VersionTable name={data.name} versions={data.versions} />
    </>
  );
}

async function readStages(workspace: Workspace, model: string | null) {
  const names = await readModelNames(workspace);
  const name = names.find((candidate) => candidate === model) ?? names[0];
  if (name === undefined) return null;
  const [versions, history] = await Promise.all([
    readVersions(workspace, name),
    workspace.engine.registry.getStageHistory(name),
  ]);
  return { name, versions, history };
}
