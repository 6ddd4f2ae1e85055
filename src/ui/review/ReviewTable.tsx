import type { ReviewTask, TaskState } from '../../lab/review/review-tasks.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { problemDetail } from './problem-detail.ts';
import { ReplayCell } from './ReplayCell.tsx';
import type { ReviewRow, SortKey } from './review-rows.ts';
import { reviewTexts } from './review-texts.ts';

const SIGNS: Readonly<Record<TaskState, string>> = {
  ...{ passed: '✓', right: '✓', answered: '✎', tried: '…', wrong: '✗', none: '–' },
};

/** How the table is sorted, and what presses in it do. */
export interface ReviewTableProps {
  readonly rows: readonly ReviewRow[];
  readonly tasks: readonly ReviewTask[];
  readonly sort: SortKey;
  readonly isDescending: boolean;
  onSort(sort: SortKey): void;
  onTask(task: ReviewTask): void;
  onOpen(row: ReviewRow): void;
  onRemove(row: ReviewRow): void;
}

/** Students × tasks: figures, then a sign per task. */
export function ReviewTable({ rows, tasks, sort, isDescending, ...on }: ReviewTableProps) {
  const texts = useMessages(reviewTexts);
  const columns: readonly (readonly [SortKey, string])[] = [
    ...([['nSolved', texts.solved] as const, ['minutes', texts.time] as const] as const),
    ...([['nTries', texts.tries] as const, ['nHints', texts.hints] as const] as const),
    ...([['nSolutions', texts.solutions] as const, ['points', texts.points] as const] as const),
  ];
  const head = ([key, name]: readonly [SortKey, string]) => (
    <th
      key={key}
      scope="col"
      data-number={key === 'name' ? undefined : ''}
      aria-sort={sort === key ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="sort-button" title={texts.sortBy(name)} onClick={() => on.onSort(key)}>
        {name}
        <span aria-hidden="true">{sort === key ? (isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="table-frame" tabIndex={0} aria-label={texts.title}>
      <table className="table review-table">
        <thead>
          <tr>
            {head(['name', texts.student])}
            {columns.map(head)}
            <th scope="col">{texts.replay}</th>
            {tasks.map((task, i) => (
              <th key={task.taskKey} scope="col" className="task-column">
                <button
                  type="button"
                  className="sort-button"
                  aria-label={texts.taskName(i + 1, kindOf(task, texts), task.task.id)}
                  title={`${task.stepTitle}: ${task.task.id}`}
                  onClick={() => on.onTask(task)}
                >
                  {i + 1}
                </button>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.handIn.digest} row={row} nTasks={tasks.length} {...on} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row,
  nTasks,
  onOpen,
  onRemove,
}: Pick<ReviewTableProps, 'onOpen' | 'onRemove'> & { readonly row: ReviewRow; readonly nTasks: number }) {
  const texts = useMessages(reviewTexts);
  const formats = useFormats();
  const { handIn, name, figures, states, points } = row;
  const { problem } = handIn;
  const remove = (
    <td>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.remove(name)}
        onClick={() => onRemove(row)}
      >
        ✕
      </button>
    </td>
  );
  if (problem !== null) {
    return (
      <tr data-problem={problem.code}>
        <th scope="row">{name}</th>
        <td colSpan={7 + nTasks} className="row-problem">
          <p>
            {texts[`problem-${problem.code}`]}{' '}
            {problem.code !== 'no-report' && (
              <span className="hint">{problemDetail(problem, texts, formats)}</span>
            )}
          </p>
        </td>
        {remove}
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        <button type="button" className="quiet" title={handIn.fileName} onClick={() => onOpen(row)}>
          <span className="visually-hidden">{texts.open('')}</span>
          {name}
        </button>
      </th>
      <td data-number="">{figures === null ? '–' : texts.of(figures.nSolved, figures.nExercises)}</td>
      {[figures?.minutes, figures?.nTries, figures?.nHints, figures?.nSolutions, points].map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its place.
        <td key={i} data-number="">
          {value == null ? '–' : formats.number(value)}
        </td>
      ))}
      <td>
        <ReplayCell row={row} />
      </td>
      {states.map((state, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place.
        <td key={i} className="task-column" data-state={state}>
          <span aria-hidden="true">{SIGNS[state]}</span>
          <span className="visually-hidden">{texts[`state-${state}`]}</span>
        </td>
      ))}
      {remove}
    </tr>
  );
}

function kindOf({ task }: ReviewTask, texts: (typeof reviewTexts)['en']): string {
  return task.kind === 'example' ? task.kind : texts[`kind-${task.kind}`];
}
