import { isEditable, lessonCells } from '../../../lab/course/lesson-cells.ts';
import type { Lesson } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';
import { linkTexts } from './link-texts.ts';

/** The texts of the lesson's cells, to be given another one in the link. */
export function CellTexts({ lesson, draft, change }: ComposeProps & { readonly lesson: Lesson }) {
  const texts = useMessages(linkTexts);
  const { cells } = draft;
  const set = (id: string, source: string | null): void => {
    const { [id]: _, ...others } = cells;
    change({ cells: source === null ? others : { ...others, [id]: source } });
  };
  return (
    <details className="cell-texts">
      <summary>{texts.fieldCells}</summary>
      <p className="hint">{texts.cellsLead}</p>
      {lessonCells(lesson)
        .filter(isEditable)
        .map(({ id, source }) => (
          <div key={id} className="cell-text">
            <label className="field">
              <span>
                <code>{id}</code> {cells[id] !== undefined && <em>{texts.cellChanged}</em>}
              </span>
              <textarea
                className="figure"
                rows={Math.min(12, source.split('\n').length + 1)}
                spellCheck={false}
                value={cells[id] ?? source}
                onChange={({ target }) => set(id, target.value === source ? null : target.value)}
              />
            </label>
            {cells[id] !== undefined && (
              <button type="button" className="quiet" onClick={() => set(id, null)}>
                {texts.cellBack}
              </button>
            )}
          </div>
        ))}
    </details>
  );
}
