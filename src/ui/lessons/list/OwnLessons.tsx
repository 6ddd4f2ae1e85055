import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Link, useLocation } from 'wouter';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonsTexts } from '../lessons-texts.ts';
import { linkFile } from '../link/link-file.ts';
import { OwnLessonDraft } from './OwnLessonDraft.tsx';

/** The most that a file of a lesson or link may have, in bytes; more is not even read. */
const MAX_FILE_BYTES = 1_000_000;

/** Lessons that did not come with the lab: what was opened before, and the ways to open more. */
export function OwnLessons() {
  const texts = useMessages(lessonsTexts);
  const client = useQueryClient();
  const [, navigate] = useLocation();
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
    const file = files?.[0];
    if (file === undefined) return;
    const text = file.size > MAX_FILE_BYTES ? '' : await file.text();
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
        <FileTrigger
          acceptedFileTypes={['.md', '.txt', '.sflink', 'text/markdown', 'text/plain']}
          onSelect={(files) => void openFile(files)}
        >
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
