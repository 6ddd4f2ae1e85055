import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { lessonIdOf } from '../../../lab/course/lesson-id.ts';
import { loadCourse } from '../../../lab/course/open-course.ts';
import type { Lesson } from '../../../notebook/lesson/lesson.ts';
import { factsOf } from '../../../notebook/lesson/readable-lesson.ts';
import { navigate } from '../../address.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonsTexts } from '../lessons-texts.ts';
import { ProblemLines } from './ProblemLines.tsx';

/** A lesson as a teacher writes it: what is wrong with it, line by line, and the way into it. */
export function OwnLessonDraft({
  draft,
  onChange,
}: {
  readonly draft: string;
  readonly onChange: (draft: string) => void;
}) {
  const texts = useMessages(lessonsTexts);
  const source = useDeferredValue(draft);
  const { data } = useQuery({
    queryKey: ['own-draft', source],
    queryFn: async () => {
      const { compileLesson } = await import('../compile-lesson.ts');
      return compileLesson('lesson.md', source);
    },
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const lesson = data?.readable?.lesson ?? null;
  const open = async ({ slug, title }: Lesson): Promise<void> => {
    const lessonId = lessonIdOf('own', slug);
    await (await loadCourse()).saveOwnLesson({ lessonId, title, markdown: draft });
    navigate(`/lessons/${lessonId}`);
  };
  return (
    <div className="own-draft">
      <label className="field">
        <span>{texts.pasteLabel}</span>
        <textarea
          className="figure"
          rows={14}
          spellCheck={false}
          value={draft}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {draft.trim() !== '' && data !== undefined && (
        <>
          <p>{lesson === null ? texts.unreadable : saidOf(lesson, texts)}</p>
          <ProblemLines problems={data.problems} />
          {lesson !== null && lesson.steps.length > 0 && (
            <div className="actions">
              <button type="button" className="primary" onClick={() => void open(lesson)}>
                {texts.addLesson}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function saidOf(lesson: Lesson, texts: (typeof lessonsTexts)['en']): string {
  const { title, nSteps, exerciseIds } = factsOf(lesson);
  return texts.lessonOf(title, nSteps, exerciseIds.length);
}
