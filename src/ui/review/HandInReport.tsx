import { useEffect, useRef } from 'react';
import type { Report } from '../../notebook/report/report.ts';
import { ReportPreview } from '../hand-in/ReportPreview.tsx';
import { useReportHtml } from '../hand-in/use-report.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { reviewTexts } from './review-texts.ts';

/** One hand-in as its page shows it. */
export function HandInReport({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const texts = useMessages(reviewTexts);
  const html = useReportHtml(report);
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each report that is opened takes the focus.
  useEffect(() => title.current?.focus(), [report.student]);
  return (
    <section className="section" aria-labelledby="review-report">
      <div className="section-head">
        <h2 id="review-report" ref={title} tabIndex={-1}>
          {texts.report(report.student)}
        </h2>
        <button type="button" className="plain" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      {html !== undefined && <ReportPreview html={html} title={texts.report(report.student)} />}
    </section>
  );
}
