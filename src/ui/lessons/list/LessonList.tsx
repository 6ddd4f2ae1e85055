import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type LessonStanding, lessonToGoOn, readStandings } from '../../../lab/course/course-overview.ts';
import { loadCourse } from '../../../lab/course/open-course.ts';
import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { lessonsTexts } from '../lessons-texts.ts';
import { LessonItem } from './LessonItem.tsx';
import { OwnLessons } from './OwnLessons.tsx';
import './list.css';

/** Every lesson with what it is for and how far one is; one's own lessons; and the way to a link. */
export function LessonList() {
  const texts = useMessages(lessonsTexts);
  const language = useLanguage();
  const lessons = listShippedLessons(language);
  const { data: standings, error } = useQuery({
    queryKey: ['standings', language],
    queryFn: async () => readStandings(await loadCourse(), lessons),
    // Progress changes in lessons, not here.
    ...{ staleTime: 0, gcTime: 0 },
  });
  const shown =
    standings ??
    lessons.map(
      (facts): LessonStanding => ({
        ...{ lessonId: facts.slug, facts, nDoneSteps: 0, nSolved: 0, changedAt: null, isDone: false },
      }),
    );
  return (
    <div className="page lessons-page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error} />
      {standings !== undefined && <GoOn standings={standings} />}
      <section className="section" aria-labelledby="course-title">
        <h2 id="course-title">{texts.course}</h2>
        {lessons.length === 0 && <p className="empty">{texts.none}</p>}
        <ol className="lesson-list">
          {shown.map((standing) => (
            <LessonItem key={standing.lessonId} standing={standing} all={lessons} />
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="end-title">
        <h2 id="end-title">{texts.atTheEnd}</h2>
        <Offer text={texts.handInWhy} href="/lessons/hand-in" label={texts.handIn} />
      </section>
      <OwnLessons />
      <section className="section" aria-labelledby="teachers-title">
        <h2 id="teachers-title">{texts.forTeachers}</h2>
        <Offer text={texts.makeLinkWhy} href="/lessons/link" label={texts.makeLink} />
        <Offer text={texts.reviewWhy} href="/review" label={texts.review} />
      </section>
    </div>
  );
}

/** What another page is for, and the way to it. */
function Offer({
  text,
  href,
  label,
}: {
  readonly text: string;
  readonly href: string;
  readonly label: string;
}) {
  return (
    <div className="offer">
      <p>{text}</p>
      <Link className="plain" href={href}>
        {label}
      </Link>
    </div>
  );
}

/** The next thing to do, in one press. */
function GoOn({ standings }: { readonly standings: readonly LessonStanding[] }) {
  const texts = useMessages(lessonsTexts);
  const isNew = standings.every(({ changedAt }) => changedAt === null);
  const next = isNew ? standings[0] : lessonToGoOn(standings);
  if (next == null) return null;
  return (
    <section className="go-on" aria-label={isNew ? texts.first : texts.lastTime}>
      <div>
        <p className="hint">{isNew ? texts.first : texts.lastTime}</p>
        <p className="go-on-title">{next.facts.title}</p>
      </div>
      <Link className="primary" href={`/lessons/${next.lessonId}`}>
        {isNew ? texts.begin : texts.goOn}
      </Link>
    </section>
  );
}
