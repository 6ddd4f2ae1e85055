import { useEffect, useState } from 'react';
import { readLessonId } from '../../../lab/course/lesson-id.ts';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import { useAddressParams } from '../../address-params.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { GuidanceFields } from './GuidanceFields.tsx';
import { LessonChoice } from './LessonChoice.tsx';
import { LinkResult } from './LinkResult.tsx';
import { emptyDraft, type LinkDraft } from './link-draft.ts';
import { linkTexts } from './link-texts.ts';
import { StartFields } from './StartFields.tsx';
import './link.css';

/** The teacher's page: what a link is to open and how, in a form; beside it the link, and what it does in words. */
export function ComposePage() {
  const texts = useMessages(linkTexts);
  const language = useLanguage();
  const { params } = useAddressParams();
  const [draft, setDraft] = useState<LinkDraft>(() => {
    const { origin, slug } = readLessonId(params.get('lesson') ?? '');
    const first = listShippedLessons(language)[0]?.slug ?? '';
    const isKnown = origin === 'shipped' && slug !== '';
    return emptyDraft(isKnown ? slug : first, isKnown ? (params.get('step') ?? '') : '');
  });
  const change = (changes: Partial<LinkDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  const ownId = params.get('lesson')?.startsWith('own.') ? params.get('lesson') : null;
  useEffect(() => {
    if (ownId === null) return;
    void loadCourse()
      .then((course) => course.readOwnLesson(ownId))
      .then((own) => {
        if (own !== null) setDraft((before) => ({ ...before, kind: 'own', markdown: own.markdown }));
      });
  }, [ownId]);
  return (
    <div className="page compose-page">
      <header className="page-head">
        <h1>{texts.composeTitle}</h1>
        <p>{texts.composeLead}</p>
      </header>
      <div className="compose">
        <form className="compose-form" onSubmit={(event) => event.preventDefault()}>
          <LessonChoice draft={draft} change={change} />
          <StartFields draft={draft} change={change} />
          <GuidanceFields draft={draft} change={change} />
          <p className="hint">{texts.optional}</p>
        </form>
        <LinkResult draft={draft} />
      </div>
    </div>
  );
}
