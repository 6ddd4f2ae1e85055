import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { ProblemLines } from '../list/ProblemLines.tsx';
import { LESSON_FILE_TYPES, readLessonFile } from '../read-lesson-file.ts';
import { CellTexts } from './CellTexts.tsx';
import type { ComposeProps } from './compose-props.ts';
import { linkTexts } from './link-texts.ts';
import { useDraftLesson } from './use-draft-lesson.ts';

/** Which lesson, at which step, with which texts. */
export function LessonChoice({ draft, change }: ComposeProps) {
  const texts = useMessages(linkTexts);
  const lesson = useDraftLesson(draft);
  return (
    <fieldset className="compose-part">
      <legend>{texts.whatLesson}</legend>
      <LessonField draft={draft} change={change} />
      {draft.kind === 'own' && (
        <>
          <label className="field">
            <span>{texts.ownMarkdown}</span>
            <textarea
              className="figure"
              rows={10}
              spellCheck={false}
              value={draft.markdown}
              onChange={({ target }) => change({ markdown: target.value, step: '', cells: {} })}
            />
            <span className="hint">{texts.ownLead}</span>
          </label>
          <div className="actions">
            <FileTrigger
              acceptedFileTypes={LESSON_FILE_TYPES}
              onSelect={(files) =>
                void readLessonFile(files).then((markdown) => {
                  if (markdown !== null) change({ markdown, step: '', cells: {} });
                })
              }
            >
              <Button className="plain">{texts.ownFile}</Button>
            </FileTrigger>
          </div>
          {draft.markdown.trim() !== '' && lesson !== undefined && (
            <ProblemLines problems={lesson.problems} />
          )}
        </>
      )}
      {lesson?.lesson != null && (
        <>
          <label className="field">
            <span>{texts.fieldStep}</span>
            <select value={draft.step} onChange={({ target }) => change({ step: target.value })}>
              <option value="">{texts.firstStep}</option>
              {lesson.lesson.steps.map(({ id, title }, i) => (
                <option key={id} value={id}>
                  {i + 1}. {title}
                </option>
              ))}
            </select>
          </label>
          {draft.kind === 'shipped' && <CellTexts lesson={lesson.lesson} draft={draft} change={change} />}
        </>
      )}
    </fieldset>
  );
}

const OWN = '(own)';

function LessonField({ draft, change }: ComposeProps) {
  const texts = useMessages(linkTexts);
  const language = useLanguage();
  return (
    <label className="field">
      <span>{texts.fieldLesson}</span>
      <select
        value={draft.kind === 'own' ? OWN : draft.slug}
        onChange={({ target: { value } }) =>
          change(
            value === OWN
              ? { kind: 'own', step: '', cells: {}, asOf: '', seed: '' }
              : { kind: 'shipped', slug: value, step: '', cells: {}, asOf: '', seed: '' },
          )
        }
      >
        {listShippedLessons(language).map(({ slug, number, title }) => (
          <option key={slug} value={slug}>
            {number}. {title}
          </option>
        ))}
        <option value={OWN}>{texts.optionOwn}</option>
      </select>
    </label>
  );
}
