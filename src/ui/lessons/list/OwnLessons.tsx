import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Link } from 'wouter';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { navigate } from '../../address.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonsTexts } from '../lessons-texts.ts';
import { linkFile } from '../link/link-file.ts';
import { LESSON_FILE_TYPES, readLessonFile } from '../read-lesson-file.ts';
import { OwnLessonDraft } from './OwnLessonDraft.tsx';

/** Lessons that did not come with the lab: what was opened before, and the ways to open more. */
export function OwnLessons() {
  const texts = useMessages(lessonsTexts);
  const client = useQueryClient();
  const [draft, setDraft] = useState<string | null>(null);
  const { data: own = [] } = useQuery({
    queryKey: ['own-lessons'],
    queryFn: async () => (await loadCourse()).listOwnLessons(),
    ...{ staleTime: 0, gcTime: 0 },
  });
  const remove = async (lessonId: string): Promise<void> => {
    await (await loadCourse()).removeOwnLesson(lessonId);
    await client.invalidateQueries({ queryKey: ['own-lessons'] });
  };
  const openFile = async (files: FileList | null): Promise<void> => {
    const text = await readLessonFile(files);
    if (text === null) return;
    // A link's file has nothing but the link's text.
    if (/^[1-9]\d{0,5}\.\S+\s*$/.test(text)) {
      linkFile.setState({ text: text.trim() });
      navigate('/l/file');
    } else setDraft(text);
  };
  return (
    <section className="section" aria-labelledby="own-title">
      <h2 id="own-title">{texts.own}</h2>
      <p>{texts.ownLead}</p>
      {own.length > 0 && (
        <ul className="own-list">
          {own.map(({ lessonId, title }) => (
            <li key={lessonId}>
              <Link href={`/lessons/${lessonId}`}>{title}</Link>
              <button
                type="button"
                className="icon-button"
                aria-label={texts.remove(title)}
                onClick={() => void remove(lessonId)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <FileTrigger acceptedFileTypes={LESSON_FILE_TYPES} onSelect={(files) => void openFile(files)}>
          <Button className="plain">{texts.openFile}</Button>
        </FileTrigger>
        {draft === null && (
          <button type="button" className="plain" onClick={() => setDraft('')}>
            {texts.paste}
          </button>
        )}
      </div>
      {draft !== null && <OwnLessonDraft draft={draft} onChange={setDraft} />}
    </section>
  );
}
