import { useState } from 'react';
import type { MarkRecord } from '../../lab/review/review-collections.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { reviewTexts } from './review-texts.ts';
import { useReviewAction } from './use-review.ts';

/** Points and a remark; every change is stored at once. */
export function MarkFields({
  place,
  mark,
  student,
}: {
  readonly place: Pick<MarkRecord, 'digest' | 'lessonId' | 'taskKey'>;
  readonly mark: MarkRecord | null;
  readonly student: string;
}) {
  const texts = useMessages(reviewTexts);
  const [points, setPoints] = useState(mark?.points == null ? '' : String(mark.points));
  const [remark, setRemark] = useState(mark?.remark ?? '');
  const save = useReviewAction<Pick<MarkRecord, 'points' | 'remark'>>((review, given) =>
    review.saveMark({ ...place, ...given }),
  );
  const store = (nextPoints: string, nextRemark: string): void => {
    const number = nextPoints === '' ? null : Number(nextPoints);
    save.mutate({ points: number !== null && Number.isFinite(number) ? number : null, remark: nextRemark });
  };
  return (
    <div className="mark-fields">
      <label className="field">
        <span>{texts.points}</span>
        <input
          type="number"
          step="0.5"
          inputMode="decimal"
          aria-label={texts.pointsOf(student)}
          value={points}
          onChange={({ target }) => {
            setPoints(target.value);
            store(target.value, remark);
          }}
        />
      </label>
      <label className="field">
        <span>{texts.remark}</span>
        <textarea
          rows={1}
          aria-label={texts.remarkOn(student)}
          value={remark}
          onChange={({ target }) => {
            setRemark(target.value);
            store(points, target.value);
          }}
        />
      </label>
      <ErrorNotice error={save.error} />
    </div>
  );
}
