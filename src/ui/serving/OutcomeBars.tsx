import type { RequestSummary } from '../../lab/serving/summarize-requests.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { servingTexts } from './serving-texts.ts';

/** How the requests ended, a bar and a count each, and how long they took. */
export function OutcomeBars({ summary }: { readonly summary: RequestSummary }) {
  const texts = useMessages(servingTexts);
  const names = useMessages(outcomeTexts);
  const formats = useFormats();
  const { outcomes, nRequests, latencyP50, latencyP95 } = summary;
  const ms = (value: number): string => `${formats.number(value, 1)} ms`;
  return (
    <section className="section" aria-label={texts.outcomes}>
      <h2>{texts.outcomes}</h2>
      <ul className="outcome-bars">
        {outcomes.map(({ outcome, count }) => (
          <li key={outcome}>
            <span>{names[outcome]}</span>
            <span className="outcome-track" aria-hidden="true">
              <span style={{ width: `${(count / nRequests) * 100}%` }} />
            </span>
            <span className="figure">{formats.count(count)}</span>
          </li>
        ))}
      </ul>
      {latencyP50 !== null && latencyP95 !== null && <p>{texts.latency(ms(latencyP50), ms(latencyP95))}</p>}
    </section>
  );
}
