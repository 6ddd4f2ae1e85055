import { useState } from 'react';
import { reviewCsv } from '../../lab/review/review-csv.ts';
import type { ReviewContents } from '../../lab/review/review-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { saveFile } from '../parts/save-file.ts';
import { reviewTexts } from './review-texts.ts';
import { useReviewAction } from './use-review.ts';

/** The marks as a table for a spreadsheet, and the end of a review. */
export function ReviewActions({ contents }: { readonly contents: ReviewContents }) {
  const texts = useMessages(reviewTexts);
  const [isAsking, setAsking] = useState(false);
  const removeAll = useReviewAction<void>((review) => review.removeAll());
  // The mark at its beginning tells spreadsheets that it is UTF-8.
  const save = (): void =>
    saveFile(new Blob(['\ufeff', reviewCsv(contents)], { type: 'text/csv' }), 'review.csv');
  return (
    <div className="actions">
      <button type="button" className="primary" onClick={save}>
        {texts.csv}
      </button>
      {isAsking ? (
        <>
          <button type="button" className="danger" onClick={() => removeAll.mutate()}>
            {texts.removeAllSure}
          </button>
          <button type="button" className="plain" onClick={() => setAsking(false)}>
            {texts.keep}
          </button>
        </>
      ) : (
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          {texts.removeAll}
        </button>
      )}
    </div>
  );
}
