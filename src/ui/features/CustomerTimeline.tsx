import type { CustomerJoinOptions } from '../../lab/features/join-customer.ts';
import { marksOf } from '../../lab/features/lane-marks.ts';
import type { Customer } from '../../lab/features/read-customer.ts';
import { ttlMsOf } from '../../lab/features/ttl-choice.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useWidth } from '../parts/use-width.ts';
import { AsOfHandle } from './AsOfHandle.tsx';
import { explorerTexts } from './explorer-texts.ts';
import { RowsTable } from './RowsTable.tsx';
import type { SeenLane } from './seen-lane.ts';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import { TimelineKey } from './TimelineKey.tsx';
import { TrainingRows } from './TrainingRows.tsx';
import { createTimeScale, spanOf } from './time-scale.ts';
import { useCustomerJoin } from './use-customer-join.ts';

/** The picture of one customer, the line that can be moved over it, and the training row below. */
export function CustomerTimeline({
  customer,
  options,
  showsLanding,
  monthEnds,
  onMove,
  onMoved,
}: {
  readonly customer: Customer;
  readonly options: CustomerJoinOptions;
  readonly showsLanding: boolean;
  readonly monthEnds: readonly number[];
  readonly onMove: (ms: number) => void;
  /** The hand let go, or a key moved the line (then `replace`, as keys repeat). */
  readonly onMoved: (ms: number, replace: boolean) => void;
}) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const [frame, width] = useWidth<HTMLDivElement>();
  const { join, error } = useCustomerJoin(customer, options);
  const { atMs, mode, ttl } = options;
  const groups = join?.rows ?? [];
  const lanes = customer.lanes.map((lane): SeenLane => {
    const used = groups.flatMap((row) => row.filter((group) => group.view === lane.view.name));
    const usedRows = new Set(used.flatMap((group) => group.used?.rowIndex ?? []));
    const ttlMs = mode === 'naive' ? 0 : ttlMsOf(lane.view, ttl);
    return { lane, ttlMs, marks: marksOf(lane, { atMs, ttlMs, usedRows }) };
  });
  const instants = customer.lanes.flatMap(({ rows }) =>
    rows.flatMap(({ eventMs, landedMs }) => [eventMs, landedMs ?? eventMs]),
  );
  const [from, to] = spanOf([...monthEnds, ...instants]);
  const scale = createTimeScale(Math.min(from, atMs), Math.max(to, atMs), width);
  const events = [...new Set(customer.lanes.flatMap(({ rows }) => rows.map(({ eventMs }) => eventMs)))];
  const nFuture = lanes.flatMap(({ marks }) => marks).filter(({ time }) => time === 'future').length;
  const summary = texts.summary(
    formats.date(atMs),
    formats.count(groups[0]?.filter(({ used }) => used !== null).length ?? 0),
    formats.count(lanes.length),
    formats.count(nFuture),
  );
  return (
    <>
      <section className="section" aria-label={texts.timeline(customer.userId)}>
        <div className="timeline" ref={frame} data-mode={mode}>
          {width > 0 && (
            <AsOfHandle
              scale={scale}
              width={width}
              atMs={atMs}
              events={events}
              summary={summary}
              onMove={onMove}
              onMoved={onMoved}
            >
              <TimelineDrawing
                lanes={lanes}
                scale={scale}
                width={width}
                atMs={atMs}
                mode={mode}
                showsLanding={showsLanding}
                summary={summary}
              />
            </AsOfHandle>
          )}
        </div>
        <TimelineKey />
        {customer.otherViews.length > 0 && (
          <p className="hint">{texts.notShown(customer.otherViews.join(', '))}</p>
        )}
      </section>
      <ErrorNotice error={error} />
      {join !== null && <TrainingRows customer={customer} join={join} atMs={atMs} />}
      <RowsTable lanes={lanes} />
    </>
  );
}
