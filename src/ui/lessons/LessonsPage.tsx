import { Suspense } from 'react';
import { useAddressParams } from '../address-params.ts';
import { fetched } from '../fetched.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { lessonTexts } from './lesson-texts.ts';
import { LessonPage } from './page/LessonPage.tsx';

const LessonList = fetched(async () => (await import('./list/LessonList.tsx')).LessonList);

const ComposePage = fetched(async () => (await import('./link/ComposePage.tsx')).ComposePage);

const HandInPage = fetched(async () => (await import('../hand-in/HandInPage.tsx')).HandInPage);

/** Addresses below the lessons that are no lesson. */
const PAGES: readonly string[] = ['', 'link', 'hand-in'];

/** The station of lessons: all of them, or one at a step, as the address says. */
export function LessonsPage() {
  const texts = useMessages(lessonTexts);
  const { path } = useAddressParams();
  const [, , lessonId = '', stepId = ''] = path.split('/');
  return (
    <Suspense fallback={<p className="loading">{texts.loading}</p>}>
      {lessonId === '' && <LessonList />}
      {lessonId === 'link' && <ComposePage />}
      {lessonId === 'hand-in' && <HandInPage />}
      {!PAGES.includes(lessonId) && <LessonPage lessonId={lessonId} stepId={stepId === '' ? null : stepId} />}
    </Suspense>
  );
}
