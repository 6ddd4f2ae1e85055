import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Link } from 'wouter';
import type { VersionWithRun } from '../../lab/models/read-models.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { AliasDialog } from './AliasDialog.tsx';
import { DeleteVersionDialog } from './DeleteVersionDialog.tsx';
import { modelsTexts } from './models-texts.ts';
import { TransitionDialog } from './TransitionDialog.tsx';

/** All versions of a model, newest first, with what can be done to each. */
export function VersionTable({
  name,
  versions,
}: {
  readonly name: string;
  readonly versions: readonly VersionWithRun[];
}) {
  const texts = useMessages(modelsTexts);
  const columns = [
    texts.version,
    texts.stage,
    texts.aliases,
    texts.auc,
    texts.created,
    texts.run,
    texts.actions,
  ];
  return (
    <section className="section">
      <h2>{name}</h2>
      <div className="table-frame stack-frame">
        <table className="table stacked">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((entry) => (
              <VersionRow key={entry.version.version} entry={entry} versions={versions} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function VersionRow({
  entry,
  versions,
}: {
  readonly entry: VersionWithRun;
  readonly versions: readonly VersionWithRun[];
}) {
  const texts = useMessages(modelsTexts);
  const formats = useFormats();
  const { change } = useAddressParams();
  const { version, run } = entry;
  const number = String(version.version);
  const auc = run?.data.metrics.auc ?? run?.data.metrics.roc_auc;
  return (
    <tr>
      <th scope="row">{texts.versionOf(number)}</th>
      <td data-label={texts.stage}>
        <StageChip stage={version.currentStage} />
      </td>
      <td data-label={texts.aliases}>
        <Aliases entry={entry} />
      </td>
      <td data-label={texts.auc} className="figure">
        {auc === undefined ? '–' : formats.number(auc, 4)}
      </td>
      <td data-label={texts.created}>{formats.date(version.creationTimestamp)}</td>
      <td data-label={texts.run}>
        {run === null ? '–' : <Link href={`/runs/${run.info.runId}`}>{run.info.runName}</Link>}
      </td>
      <td data-wide>
        <div className="row-actions">
          <DialogTrigger>
            <Button className="quiet" aria-label={texts.moveVersion(number)}>
              {texts.move}
            </Button>
            <TransitionDialog candidate={entry} versions={versions} />
          </DialogTrigger>
          <DialogTrigger>
            <Button className="quiet" aria-label={texts.aliasOf(number)}>
              {texts.alias}
            </Button>
            <AliasDialog version={version} />
          </DialogTrigger>
          {versions.length > 1 && (
            <Button
              className="quiet"
              aria-label={texts.compareVersion(number)}
              onPress={() => change({ compare: number })}
            >
              {texts.compare}
            </Button>
          )}
          <DialogTrigger>
            <Button className="quiet" aria-label={texts.deleteVersion(number)}>
              {texts.delete}
            </Button>
            <DeleteVersionDialog version={version} />
          </DialogTrigger>
        </div>
      </td>
    </tr>
  );
}

function Aliases({ entry: { version } }: { readonly entry: VersionWithRun }) {
  const texts = useMessages(modelsTexts);
  const remove = useLabAction(['models'], ({ engine }, alias: string) =>
    engine.registry.deleteRegisteredModelAlias(version.name, alias),
  );
  return (
    <span className="aliases">
      {version.aliases.length === 0 && '–'}
      {version.aliases.map((alias) => (
        <span key={alias} className="alias">
          @{alias}
          <button type="button" aria-label={texts.removeAlias(alias)} onClick={() => remove.mutate(alias)}>
            ✕
          </button>
        </span>
      ))}
    </span>
  );
}
