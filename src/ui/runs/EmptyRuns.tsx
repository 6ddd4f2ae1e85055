import { useStore } from 'zustand';
import { COURSE_FEATURES } from '../../lab/route/course-features.ts';
import { readChoices } from '../../lab/runs/run-choices.ts';
import { trainCourseModel, training } from '../../lab/runs/training-session.ts';
import { announce } from '../../lab/session/session.ts';
import { navigate } from '../address.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab, useLabAction } from '../workspace-queries.ts';
import { newRunTexts } from './new-run-texts.ts';

/** No run yet: what a run is, what it needs, and one button that does all of it. */
export function EmptyRuns() {
  const texts = useMessages(newRunTexts);
  const isRunning = useStore(training, ({ status }) => status === 'running');
  const { data: choices } = useLab(['data', 'features'], ['runs', 'choices'], readChoices);
  const train = useLabAction(['data', 'features', 'runs', 'clock'], async (lab) => {
    const runId = await trainCourseModel(lab);
    if (runId === null) return;
    announce(texts.trained(training.getState().runName));
    navigate(`/runs/${runId}`);
  });
  const steps = [
    { text: texts.stepData, isDone: (choices?.months.length ?? 0) > 0 },
    {
      text: texts.stepViews,
      isDone: COURSE_FEATURES.every((feature) => choices?.features.includes(feature)),
    },
    { text: texts.stepTrain, isDone: false },
  ];
  return (
    <section className="empty" aria-labelledby="no-runs">
      <h2 id="no-runs">{texts.emptyTitle}</h2>
      <p>{texts.emptyWhat}</p>
      <p>{texts.emptyNeeds}</p>
      <ol className="run-steps">
        {steps.map(({ text, isDone }) => (
          <li key={text}>
            {text}
            {isDone && <span className="hint"> — {texts.stepDone} ✓</span>}
          </li>
        ))}
      </ol>
      <ErrorNotice error={train.error} />
      <div className="actions">
        <button type="button" className="primary" disabled={isRunning} onClick={() => train.mutate()}>
          {texts.trainCourse}
        </button>
        {steps[0]?.isDone && steps[1]?.isDone && (
          <a className="plain" href="#/runs/new">
            {texts.newRun}
          </a>
        )}
      </div>
    </section>
  );
}
