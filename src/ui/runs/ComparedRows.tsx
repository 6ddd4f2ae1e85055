import type { ComparedRuns } from '../../lab/runs/compare-runs.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { RunMark } from './RunMark.tsx';
import { runsTexts } from './runs-texts.ts';

/** Several runs where room is scarce, a row for each: the settings that differ, the metrics, and the receipt's code. */
export function ComparedRows({ runs, comparison }: ComparedRuns) {
  const texts = useMessages(runsTexts);
  const formats = useFormats();
  const params = comparison.params.filter(({ differs }) => differs);
  const { metrics } = comparison;
  const hasReceipts = runs.some(({ receipt }) => receipt !== null);
  return (
    <div className="table-frame">
      <table className="table compared-rows">
        <thead>
          <tr>
            <th scope="col">{texts.run}</th>
            {[...params, ...metrics].map(({ name }) => (
              <th key={name} scope="col" data-number>
                {name}
              </th>
            ))}
            {hasReceipts && <th scope="col">{texts.receipt}</th>}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ run, receipt }, i) => (
            <tr key={run.info.runId}>
              <th scope="row">
                <RunMark run={run} />
                {run.info.runName}
              </th>
              {params.map(({ name, values }) => (
                <td key={name} data-number>
                  {values[i] ?? '–'}
                </td>
              ))}
              {metrics.map(({ name, values, best }) => (
                <td key={name} data-number>
                  {values[i] == null ? '–' : formats.number(values[i], 4)}
                  {best.includes(i) && (
                    <span className="run-best">
                      <span className="visually-hidden"> {texts.best}</span>
                    </span>
                  )}
                </td>
              ))}
              {hasReceipts && (
                <td>
                  <code>{receipt?.code ?? '–'}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
