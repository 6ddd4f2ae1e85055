import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';
import { ReviewFiles } from './ReviewFiles.tsx';
import { reviewTexts } from './review-texts.ts';
import { useReview } from './use-review.ts';
import './review.css';

/** The teacher's page: the hand-ins of a class, read, marked and replayed in this browser. */
export function ReviewPage() {
  const texts = useMessages(reviewTexts);
  const { contents, error } = useReview();
  return (
    <div className="page review-page">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
        <p>{texts.claim}</p>
      </header>
      <section className="section" aria-label={texts.chooseFiles}>
        <ReviewFiles />
      </section>
      <ErrorNotice error={error} />
      {contents?.handIns.length === 0 && <p className="hint">{texts.empty}</p>}
      {contents !== undefined && contents.handIns.length > 0 && <ReviewDesk contents={contents} />}
    </div>
  );
}
