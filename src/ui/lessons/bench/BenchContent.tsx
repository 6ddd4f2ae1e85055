import { type MouseEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import { setupIdOf } from '../../../lab/course/lesson-cells.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell } from '../../notebook/notebook-context.ts';
import { OutputList } from '../../notebook/outputs/OutputList.tsx';
import { ClockControl } from '../../shell/ClockControl.tsx';
import { useHasStirred } from '../../use-has-stirred.ts';
import { useIsOurs, useLessonLab, useOpenedLesson } from '../page/lesson-context.ts';
import { InlineProse } from '../page/Prose.tsx';
import { benchState } from './bench-state.ts';
import { benchTexts } from './bench-texts.ts';
import { PictureView } from './PictureView.tsx';
import { picturesOf } from './pictures-of.ts';

/** Links of a station lead to other stations, which show the free lab: from a lesson they would mislead. */
function stayInLesson(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('a[href^="#/"]') === null) return;
  event.preventDefault();
  event.stopPropagation();
}

/** The lesson's lab as it stands, and the picture that is looked at. */
export function BenchContent({
  step,
  heldBackBy,
}: {
  readonly step: Step;
  readonly heldBackBy: string | null;
}) {
  const texts = useMessages(benchTexts);
  const { readable, prepare } = useOpenedLesson();
  const phase = useLessonLab((state) => (state.stepId === step.id ? state.phase : 'off'));
  const wantedId = useStore(benchState, ({ pictureId }) => pictureId);
  const pictures = picturesOf(readable.lesson, step, heldBackBy);
  const shown = pictures.find(({ id }) => id === wantedId) ?? pictures[0];
  const isOurs = useIsOurs();
  // Its outputs say what went wrong.
  const setup = useCell(setupIdOf(step.id))?.cell;
  const hasStirred = useHasStirred();
  useEffect(() => {
    if (isOurs && hasStirred) void prepare(step.id);
  }, [prepare, step.id, isOurs, hasStirred]);
  return (
    <>
      <div className="bench-head">
        <p className="bench-lab" title={texts.labWhy}>
          <span className="bench-dot" data-phase={phase} aria-hidden="true" />
          {texts.lab}
        </p>
        {phase === 'ready' && <ClockControl />}
      </div>
      {pictures.length > 1 && (
        <fieldset className="bench-tabs" aria-label={texts.pictures}>
          {pictures.map(({ id, picture }) => (
            <button
              key={id}
              type="button"
              className="quiet"
              aria-pressed={id === shown?.id}
              onClick={() => benchState.setState({ pictureId: id })}
            >
              {texts[`show-${picture.show}`]}
            </button>
          ))}
        </fieldset>
      )}
      {phase === 'off' && (
        <div className="empty">
          <p>{texts.off}</p>
          <button type="button" className="primary" disabled={!isOurs} onClick={() => void prepare(step.id)}>
            {texts.setUp}
          </button>
        </div>
      )}
      {phase === 'preparing' && (
        <p className="bench-waiting" role="status">
          <span className="spinner" aria-hidden="true" /> {texts.settingUp}
        </p>
      )}
      {phase === 'failed' && (
        <div className="notice" data-kind="failure">
          <p>{texts.failed}</p>
          <OutputList
            outputs={setup?.kind === 'code' ? setup.outputs : []}
            cellLabel={() => texts.lab}
            onPlace={() => undefined}
          />
          <button type="button" className="plain" onClick={() => void prepare(step.id)}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      {phase === 'ready' && (
        <figure className="bench-picture">
          <div className="bench-station" onClickCapture={stayInLesson}>
            <PictureView picture={shown?.picture ?? { show: 'map', caption: '' }} />
          </div>
          <figcaption>
            {shown === undefined ? texts.noPicture : <InlineProse html={shown.picture.caption} />}
          </figcaption>
        </figure>
      )}
    </>
  );
}
