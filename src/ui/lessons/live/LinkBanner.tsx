import { useEffect, useState } from 'react';
import type { LessonLink } from '../../../notebook/link/lesson-link.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { linkTexts } from '../link/link-texts.ts';
import { useDescription } from '../link/use-description.ts';
import { useOpenedLesson } from '../page/lesson-context.ts';

/** By what link one works: the teacher's word, what it sets and locks, and the time. */
export function LinkBanner({ link }: { readonly link: LessonLink }) {
  const texts = useMessages(linkTexts);
  const lines = useDescription(link, { of: useOpenedLesson().readable.lesson });
  return (
    <div className="notice link-banner">
      {link.note !== undefined && <p className="link-note">{link.note}</p>}
      <details>
        <summary>{texts.byLink}</summary>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {link.minutes !== undefined && <TimeBox minutes={link.minutes} />}
    </div>
  );
}

const MINUTE_MS = 60_000;

/** What is left of the teacher's time; nothing ends with it. */
function TimeBox({ minutes }: { readonly minutes: number }) {
  const texts = useMessages(lessonTexts);
  const formats = useFormats();
  const { linkOpenedAt } = useOpenedLesson();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(ticking);
  }, []);
  const leftMs = (linkOpenedAt ?? now) + minutes * MINUTE_MS - now;
  return (
    <p className="time-box" role="timer">
      {leftMs > 0 ? texts.timeBox(formats.minutes(Math.ceil(leftMs / MINUTE_MS))) : texts.timeOver}
    </p>
  );
}
