import type { ProductionSpan } from '../../lab/models/production-spans.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { useLab } from '../workspace-queries.ts';
import { modelsTexts } from './models-texts.ts';

const DAY_MS = 86_400_000;

/** One bar per stay in Production, on the lab's time. */
export function ProductionTimeline({ spans }: { readonly spans: readonly ProductionSpan[] }) {
  const texts = useMessages(modelsTexts);
  const formats = useFormats();
  const { data: now = 0 } = useLab(['clock'], ['clock'], ({ engine }) => engine.time.clock.now());
  const current = spans.findLast(({ to }) => to === null);
  const bars = spans.map(({ version, from, to }) => ({
    version: texts.versionOf(String(version)),
    from: new Date(from),
    // A stay that began this instant still gets a bar to see.
    to: new Date(Math.max(to ?? now, from + DAY_MS / 4)),
  }));
  const title =
    current === undefined
      ? texts.chartEmpty
      : texts.chartTitle(String(current.version), formats.date(current.from));
  return (
    <Chart
      title={title}
      widest={640}
      summary={texts.chartSummary(formats.count(spans.length))}
      inputs={[JSON.stringify(spans), now, title, formats]}
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 60 + new Set(bars.map(({ version }) => version)).size * 28,
          marginLeft: 90,
          style: { fontFamily: 'var(--sans)', fontSize: '14px', background: 'transparent' },
          x: {
            ...{ type: 'utc', label: null, grid: true, domain: domainOf(spans, now) },
            tickFormat: formats.shortDate,
          },
          y: { label: null },
          marks: [
            plot.barX(bars, {
              y: 'version',
              x1: 'from',
              x2: 'to',
              fill: 'var(--stage-production)',
              insetTop: 5,
              insetBottom: 5,
              rx: 3,
            }),
            plot.ruleX([new Date(now)], { stroke: 'var(--ink)', strokeDasharray: '3 3' }),
          ],
        })
      }
      table={
        <table className="table">
          <tbody>
            {spans.map(({ version, from, to }) => (
              <tr key={`${version}-${from}`}>
                <th scope="row">{texts.versionOf(String(version))}</th>
                <td>
                  {to === null
                    ? texts.since(formats.instant(from))
                    : texts.until(formats.instant(from), formats.instant(to))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

/** From a few days before the first promotion to a few after the clock, so that the axis counts days and not hours. */
function domainOf(spans: readonly ProductionSpan[], now: number): [Date, Date] {
  const first = Math.min(...spans.map(({ from }) => from));
  const last = Math.max(now, ...spans.map(({ from, to }) => to ?? from));
  return [new Date(first - 4 * DAY_MS), new Date(last + 4 * DAY_MS)];
}
