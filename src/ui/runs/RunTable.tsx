import { useState } from 'react';
import { Link } from 'wouter';
import { ownMember } from '../../core/own-member.ts';
import { METRICS } from '../../lab/runs/evaluation.ts';
import { columnsOf, type ListedRun } from '../../lab/runs/search-runs.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { RunMark } from './RunMark.tsx';
import { RunStatus } from './RunStatus.tsx';
import { runsTexts } from './runs-texts.ts';
import { SortHeader } from './SortHeader.tsx';

/** Settings that say little in a column of their own. */
const UNSHOWN = ['features', 'estimator'];

/** Runs as rows, metrics and settings as columns; one click sorts, a tick selects. */
export function RunTable({
  runs,
  order,
  selected,
  onOrder,
  onSelect,
}: {
  readonly runs: readonly ListedRun[];
  readonly order: string;
  readonly selected: readonly string[];
  readonly onOrder: (order: string | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
}) {
  const texts = useMessages(runsTexts);
  const formats = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  const { params, metrics } = columnsOf(runs);
  const shownMetrics = [
    ...METRICS.filter((name) => metrics.includes(name)),
    ...metrics.filter((name) => !METRICS.includes(name as (typeof METRICS)[number]) && name !== 'loss'),
  ];
  const shownParams = params.filter(
    (name) =>
      !UNSHOWN.includes(name) &&
      (showsAll || new Set(runs.map(({ data }) => ownMember(data.params, name) ?? '')).size > 1),
  );
  const header = (key: string, label: string, isNumber = false) => (
    <SortHeader key={key} field={key} label={label} isNumber={isNumber} order={order} onOrder={onOrder} />
  );
  return (
    <>
      <label className="runs-choice">
        {texts.showParams}
        <select
          value={showsAll ? 'all' : 'differing'}
          onChange={(event) => setShowsAll(event.target.value === 'all')}
        >
          <option value="differing">{texts.onlyDiffering}</option>
          <option value="all">{texts.allParams}</option>
        </select>
      </label>
      <div className="table-frame">
        <table className="table one-line runs-table">
          <thead>
            <tr>
              <td />
              {header('run_name', texts.run)}
              {header('params.estimator', texts.estimator)}
              {shownMetrics.map((name) => header(`metrics.\`${name}\``, name, true))}
              {shownParams.map((name) => header(`params.\`${name}\``, name))}
              {header('start_time', texts.started)}
              <th scope="col">{texts.status}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => {
              const { runId, runName, startTime, status } = run.info;
              const isSelected = selected.includes(runId);
              return (
                <tr key={runId} data-selected={isSelected}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={texts.select(runName)}
                      checked={isSelected}
                      onChange={() =>
                        onSelect(isSelected ? selected.filter((id) => id !== runId) : [...selected, runId])
                      }
                    />
                  </td>
                  <th scope="row">
                    <RunMark run={run} /> <Link href={`/runs/${runId}`}>{runName}</Link>
                  </th>
                  <td>{run.data.params.estimator ?? ''}</td>
                  {shownMetrics.map((name) => {
                    const value = ownMember(run.data.metrics, name);
                    return (
                      <td key={name} data-number>
                        {value === undefined ? '' : formats.number(value, 4)}
                      </td>
                    );
                  })}
                  {shownParams.map((name) => (
                    <td key={name}>{ownMember(run.data.params, name) ?? ''}</td>
                  ))}
                  <td className="runs-time">{formats.instant(startTime)}</td>
                  <td>
                    <RunStatus status={status} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
