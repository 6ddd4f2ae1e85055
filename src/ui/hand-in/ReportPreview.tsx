/** A report as its page shows it. The frame has no origin and may run nothing, as the page in it may not either. */
export function ReportPreview({ html, title }: { readonly html: string; readonly title: string }) {
  return <iframe className="report-preview" sandbox="" srcDoc={html} title={title} />;
}
