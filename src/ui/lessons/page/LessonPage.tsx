import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ReadableLesson } from '../../../notebook/lesson/readable-lesson.ts';
import { showFirstView } from '../../first-view.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { NotebookContext } from '../../notebook/notebook-context.ts';
import { createNotebookView } from '../../notebook/notebook-view.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { WorkspaceContext } from '../../workspace-context.ts';
import { createQueryClient } from '../../workspace-queries.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { LessonDesk } from './LessonDesk.tsx';
import { LessonContext } from './lesson-context.ts';
import { useOpenLesson } from './use-open-lesson.ts';
import { useReadableLesson } from './use-readable-lesson.ts';
import './lesson.css';
// Those of what one works with come with the text: a sheet that is added later has the browser style the whole page anew.
import '../../parts/virtual-table.css';
import '../live/text-diff.css';
import '../../notebook/notebook.css';
import '../../notebook/outputs/outputs.css';
import '../live/live.css';
import '../bench/bench.css';

/** A lesson at one of its steps: readable as soon as its text is here, then opened to work in. */
export function LessonPage({
  lessonId,
  stepId,
}: {
  readonly lessonId: string;
  readonly stepId: string | null;
}) {
  const texts = useMessages(lessonTexts);
  const { readable, error } = useReadableLesson(lessonId);
  const isSettled = readable !== undefined || error !== null;
  useEffect(() => {
    if (isSettled) showFirstView();
  }, [isSettled]);
  if (!isSettled) return <p className="loading">{texts.loading}</p>;
  if (readable == null) {
    return (
      <div className="page">
        <h1>{texts.notFound}</h1>
        <p>{texts.notFoundWhy}</p>
        <ErrorNotice error={error} />
        <Link href="/lessons">{texts.back}</Link>
      </div>
    );
  }
  return <Lesson key={lessonId} lessonId={lessonId} readable={readable} stepId={stepId} />;
}

function Lesson({
  lessonId,
  readable,
  stepId,
}: {
  readonly lessonId: string;
  readonly readable: ReadableLesson;
  readonly stepId: string | null;
}) {
  const texts = useMessages(lessonTexts);
  const language = useLanguage();
  const [client] = useState(createQueryClient);
  const [edition, setEdition] = useState(0);
  const { open, error } = useOpenLesson(lessonId, readable, { client, edition });
  const [earlyChoices] = useState(() => new Map<string, number>());
  const onPage = useMemo(
    () => ({ lessonId, readable, open, earlyChoices, error }),
    [lessonId, readable, open, earlyChoices, error],
  );
  // In another language it is the same work: the same session, the same lab.
  const session = open?.session ?? null;
  const notebook = useMemo(
    () => (session === null ? null : { session, view: createNotebookView(null) }),
    [session],
  );
  const workspace = open?.workspace ?? null;
  const loadWorkspace = useMemo(
    () => workspace?.load ?? (() => new Promise<never>(() => undefined)),
    [workspace],
  );
  return (
    <LessonContext value={onPage}>
      <NotebookContext value={notebook}>
        <WorkspaceContext value={loadWorkspace}>
          <QueryClientProvider client={client}>
            {readable.lesson.language !== language && readable.lesson.number !== null && (
              <p className="notice">{texts.inEnglish}</p>
            )}
            <ErrorNotice error={error} />
            <LessonDesk stepId={stepId} onReopen={() => setEdition(edition + 1)} />
          </QueryClientProvider>
        </WorkspaceContext>
      </NotebookContext>
    </LessonContext>
  );
}
