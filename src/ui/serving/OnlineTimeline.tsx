import type { OnlineStoreState } from '../../lab/serving/read-online-store.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Chart } from '../parts/Chart.tsx';
import { onlineTitle } from './online-title.ts';
import { servingTexts } from './serving-texts.ts';

const DAY_MS = 86_400_000;

/** One lane per view with the windows that were materialized, the months there are, and the clock. */
export function OnlineTimeline({ online }: { readonly online: OnlineStoreState }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const { now, views, snapshots } = online;
  const windows = views.flatMap(({ name, intervals }) =>
    intervals.map(({ start, end }, order) => ({
      view: name,
      order,
      // A window may run backwards, or hold one instant only: it still gets a bar to see.
      from: new Date(Math.min(start, end)),
      to: new Date(Math.max(start, end, Math.min(start, end) + DAY_MS)),
      end,
      start,
    })),
  );
  const ticks = views.flatMap(({ name }) => snapshots.map((at) => ({ view: name, at: new Date(at) })));
  const title = onlineTitle(online, texts, formats);
  return (
    <Chart
      title={title}
      widest={960}
      summary={texts.chartSummary(
        formats.count(windows.length),
        formats.count(views.length),
        formats.instant(now),
      )}
      inputs={[JSON.stringify(online), title, formats]}
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 70 + views.length * 38,
          marginLeft: 152,
          marginTop: 26,
          style: { fontFamily: 'var(--sans)', fontSize: '14px', background: 'transparent' },
          x: { type: 'utc', label: null, grid: true, tickFormat: formats.shortDate },
          y: { label: null, domain: views.map(({ name }) => name) },
          marks: [
            plot.barX(windows, {
              y: 'view',
              x1: 'from',
              x2: 'to',
              fill: 'var(--working)',
              fillOpacity: 0.3,
              stroke: 'var(--working)',
              insetTop: 8,
              insetBottom: 8,
              rx: 3,
            }),
            plot.tickX(ticks, {
              y: 'view',
              x: 'at',
              stroke: 'var(--ink-soft)',
              insetTop: 13,
              insetBottom: 13,
            }),
            plot.ruleX([new Date(now)], { stroke: 'var(--ink)', strokeWidth: 2 }),
            plot.text([new Date(now)], {
              x: (at: Date) => at,
              frameAnchor: 'top',
              dy: -16,
              text: () => texts.clock,
              fill: 'var(--ink)',
              fontWeight: 600,
            }),
          ],
        })
      }
      table={
        <table className="table">
          <tbody>
            {windows.map(({ view, order, start, end }) => (
              <tr key={`${view}-${order}`}>
                <th scope="row">{view}</th>
                <td>
                  {formats.instant(start)} – {formats.instant(end)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
