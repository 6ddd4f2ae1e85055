import { Link } from 'wouter';
import { useMessages } from '../i18n/use-messages.ts';
import { lessonsTexts } from './lessons-texts.ts';

/** The place of the lessons. */
export function LessonsPage() {
  const texts = useMessages(lessonsTexts);
  return (
    <div className="page">
      <h1>{texts.title}</h1>
      <div className="empty">
        <p>{texts.none}</p>
        <Link href="/">{texts.map}</Link>
      </div>
    </div>
  );
}
