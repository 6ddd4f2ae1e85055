import { type ComparedEntry, compareVersions } from '../../lab/models/compare-versions.ts';
import type { VersionWithRun } from '../../lab/models/read-models.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { modelsTexts } from './models-texts.ts';

/** Two versions side by side: their metrics, whether these can be compared, and the parameters that differ. */
export function ComparisonTables({
  first,
  second,
}: {
  readonly first: VersionWithRun;
  readonly second: VersionWithRun;
}) {
  const texts = useMessages(modelsTexts);
  const { params, metrics, isSameSplit } = compareVersions(first, second);
  const heads = [first, second].map(({ version }) => texts.versionOf(String(version.version)));
  return (
    <>
      <p className={isSameSplit ? 'hint' : 'notice'} data-kind="caution">
        {isSameSplit ? texts.sameSplit : texts.otherSplit}
      </p>
      <EntryTable title={texts.metric} heads={heads} entries={metrics} />
      {params.length === 0 ? (
        <p className="hint">{texts.sameParams}</p>
      ) : (
        <EntryTable title={texts.parameter} heads={heads} entries={params} />
      )}
    </>
  );
}

function EntryTable({
  title,
  heads,
  entries,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly entries: readonly ComparedEntry[];
}) {
  const formats = useFormats();
  const show = (value: string | number | null): string =>
    value === null ? '–' : typeof value === 'number' ? formats.number(value, 4) : value;
  return (
    <div className="table-frame">
      <table className="table compared-versions">
        <thead>
          <tr>
            {[title, ...heads].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ name, first, second }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="figure">{show(first)}</td>
              <td className="figure">{show(second)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
