import type { ReactNode } from 'react';
import type { ComparedParam, ComparedRuns } from '../../lab/runs/compare-runs.ts';
import type { RunDetails } from '../../lab/runs/read-run.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { RunMark } from './RunMark.tsx';
import { runsTexts } from './runs-texts.ts';

/** Settings that differ, metrics with the best of each, then the settings that are the same. */
export function ComparedTables({ runs, comparison }: ComparedRuns) {
  const texts = useMessages(runsTexts);
  const formats = useFormats();
  const differing = comparison.params.filter(({ differs }) => differs);
  const same = comparison.params.filter(({ differs }) => !differs);
  const paramRow = ({ name, values }: ComparedParam) => (
    <tr key={name}>
      <th scope="row">
        <code>{name}</code>
      </th>
      {values.map((value, i) => (
        <td key={runs[i]?.run.info.runId}>{value ?? '–'}</td>
      ))}
    </tr>
  );
  return (
    <>
      <section className="section">
        <h2>
          {differing.length === 0 ? texts.noDifference : texts.differing(formats.count(differing.length))}
        </h2>
        {differing.length > 0 && (
          <RunColumns runs={runs} head={texts.setting}>
            {differing.map(paramRow)}
          </RunColumns>
        )}
      </section>
      <section className="section">
        <h2>{texts.metrics}</h2>
        <RunColumns runs={runs} head={texts.metric}>
          {comparison.metrics.map(({ name, values, best }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              {values.map((value, i) => (
                <td key={runs[i]?.run.info.runId}>
                  {value === null ? '–' : formats.number(value, 4)}
                  {best.includes(i) && <strong className="run-best"> {texts.best}</strong>}
                </td>
              ))}
            </tr>
          ))}
        </RunColumns>
      </section>
      {same.length > 0 && (
        <details>
          <summary>{texts.same(formats.count(same.length))}</summary>
          <RunColumns runs={runs} head={texts.setting}>
            {same.map(paramRow)}
          </RunColumns>
        </details>
      )}
    </>
  );
}

function RunColumns({
  runs,
  head,
  children,
}: {
  readonly runs: readonly RunDetails[];
  readonly head: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {runs.map(({ run }) => (
              <th key={run.info.runId} scope="col">
                <RunMark run={run} />
                <a href={`#/runs/${run.info.runId}`}>{run.info.runName}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
