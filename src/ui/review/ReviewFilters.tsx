import { useMessages } from '../i18n/use-messages.ts';
import type { RowFilter } from './review-rows.ts';
import { reviewTexts } from './review-texts.ts';

interface View {
  readonly search: string;
  readonly filter: RowFilter;
}

/** Which lesson the table is about, and which hand-ins it shows. */
export function ReviewFilters({
  lessons,
  lessonId,
  onLesson,
  view,
  onView,
}: {
  readonly lessons: readonly (readonly [lessonId: string, title: string])[];
  readonly lessonId: string;
  readonly onLesson: (lessonId: string) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
}) {
  const texts = useMessages(reviewTexts);
  const filters: readonly (readonly [RowFilter, string])[] = [
    ['all', texts.showAll],
    ['unsolved', texts.showUnsolved],
    ['unmarked', texts.showUnmarked],
    ['different', texts.showDifferent],
    ['problem', texts.showProblem],
  ];
  return (
    <div className="review-filters">
      <label className="field">
        <span>{texts.lesson}</span>
        <select value={lessonId} onChange={({ target }) => onLesson(target.value)}>
          {lessons.map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{texts.search}</span>
        <input
          type="search"
          value={view.search}
          onChange={({ target }) => onView({ ...view, search: target.value })}
        />
      </label>
      <label className="field">
        <span>{texts.show}</span>
        <select
          value={view.filter}
          onChange={({ target }) => onView({ ...view, filter: target.value as RowFilter })}
        >
          {filters.map(([filter, name]) => (
            <option key={filter} value={filter}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
