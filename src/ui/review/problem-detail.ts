import type { ReportProblem } from '../../notebook/report/read-report.ts';
import type { Formats } from '../i18n/use-formats.ts';
import type { ReviewTexts } from './review-texts.ts';

/** What was found in a file that is no hand-in, in the page's language; a problem stored by an older lab says it in English. */
export function problemDetail(
  { found, message }: Pick<ReportProblem, 'found' | 'message'>,
  texts: ReviewTexts,
  formats: Pick<Formats, 'count'>,
): string {
  if (found === undefined) return message;
  switch (found.kind) {
    case 'version':
    case 'bytes':
    case 'unpacked-bytes':
      return texts[`found-${found.kind}`](formats.count(found.value));
    case 'member':
      return texts['found-member'](found.path, found.value);
    default:
      return texts[`found-${found.kind}`];
  }
}
