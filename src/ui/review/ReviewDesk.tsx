import { useMemo, useState } from 'react';
import type { ReviewContents } from '../../lab/review/review-store.ts';
import { listTasks } from '../../lab/review/review-tasks.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { HandInReport } from './HandInReport.tsx';
import { ReplayPanel } from './ReplayPanel.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import { arrangeRows, type RowFilter, rowsOf, type SortKey } from './review-rows.ts';
import { reviewTexts } from './review-texts.ts';
import { TaskAnswers } from './TaskAnswers.tsx';
import { useReviewAction } from './use-review.ts';

/** The table of a lesson, one task with all answers, and one report at a time. */
export function ReviewDesk({ contents }: { readonly contents: ReviewContents }) {
  const texts = useMessages(reviewTexts);
  const [chosenLesson, setLesson] = useState('');
  const [chosenTask, setTask] = useState('');
  const [opened, setOpened] = useState('');
  const [view, setView] = useState({ search: '', filter: 'all' as RowFilter });
  const [order, setOrder] = useState({ sort: 'name' as SortKey, isDescending: false });
  const remove = useReviewAction((review, digest: string) => review.remove(digest));
  const all = useMemo(() => listTasks(contents.handIns.flatMap(({ report }) => report ?? [])), [contents]);
  const lessons = [...new Map(all.map(({ lessonId, lessonTitle }) => [lessonId, lessonTitle]))];
  const lessonId = lessons.some(([id]) => id === chosenLesson) ? chosenLesson : (lessons[0]?.[0] ?? '');
  const tasks = all.filter((task) => task.lessonId === lessonId);
  const task = tasks.find(({ taskKey }) => taskKey === chosenTask) ?? tasks[0];
  const rows = arrangeRows(rowsOf(contents, lessonId, tasks), { ...view, ...order });
  const handIns = rows.map(({ handIn }) => handIn);
  const report = handIns.find(({ digest }) => digest === opened)?.report ?? null;
  return (
    <>
      <section className="section">
        <ReviewFilters
          lessons={lessons}
          lessonId={lessonId}
          onLesson={setLesson}
          view={view}
          onView={setView}
        />
        <p className="hint" role="status">
          {texts.shown(rows.length, contents.handIns.length)}
        </p>
        <ReviewTable
          {...{ rows, tasks, ...order }}
          onSort={(sort) =>
            setOrder((before) => ({ sort, isDescending: before.sort === sort && !before.isDescending }))
          }
          onTask={({ taskKey }) => {
            setTask(taskKey);
            document.getElementById('review-task')?.focus();
          }}
          onOpen={({ handIn }) => setOpened(handIn.digest)}
          onRemove={({ handIn }) => remove.mutate(handIn.digest)}
        />
        <ReviewActions contents={contents} />
      </section>
      {report !== null && <HandInReport report={report} onClose={() => setOpened('')} />}
      <section className="section" aria-labelledby="review-replay">
        <h2 id="review-replay">{texts.replay}</h2>
        <ReplayPanel handIns={handIns.filter((handIn) => handIn.report !== null)} />
      </section>
      {task !== undefined && (
        <section className="section" aria-labelledby="review-answers">
          <h2 id="review-answers">{texts.tasks}</h2>
          <label className="field task-choice">
            <span>{texts.task}</span>
            <select id="review-task" value={task.taskKey} onChange={({ target }) => setTask(target.value)}>
              {tasks.map((one, i) => (
                <option key={one.taskKey} value={one.taskKey}>
                  {texts.taskName(
                    i + 1,
                    one.task.kind === 'example' ? '' : texts[`kind-${one.task.kind}`],
                    one.task.id,
                  )}
                </option>
              ))}
            </select>
            <span className="hint">{texts.tasksHint}</span>
          </label>
          <TaskAnswers task={task} rows={rows} marks={contents.marks} />
        </section>
      )}
    </>
  );
}
