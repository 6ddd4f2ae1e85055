import type { ChartSpec } from '../document/output.ts';
import type { ReportTexts } from './report-texts.ts';

/** What writing a report as a page needs besides the report. */
export interface ReportPage {
  readonly texts: ReportTexts;
  /** An instant as text. */
  readonly when: (instant: number) => string;
  /** Draws a chart as the text of an SVG; null where it cannot. */
  readonly drawChart: (spec: ChartSpec) => string | null;
}
