const HARD = '\u00a0';
/** Narrower, as French sets it before all but the colon. */
const THIN = '\u202f';

/** A French text whose lines do not break before `: ; ! ? »` nor after `«`. */
export function withHardSpaces(text: string): string {
  return text
    .replaceAll(/\s(?=[:»])/g, HARD)
    .replaceAll(/«\s/g, `«${HARD}`)
    .replaceAll(/\s(?=[;!?])/g, THIN);
}

/** The same for HTML; its tags and its code stay as they are. */
export function withHardSpacesInHtml(html: string): string {
  return html.replaceAll(/<(code|pre)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g, (part) =>
    part.startsWith('<') ? part : withHardSpaces(part),
  );
}
