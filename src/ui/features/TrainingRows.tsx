import type { CustomerJoin, JoinedGroup } from '../../lab/features/join-customer.ts';
import type { Customer } from '../../lab/features/read-customer.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { SourceWords, TrainingRowGroup } from './TrainingRowGroup.tsx';

/** The training row as the line makes it: once, twice where the join doubles it, or gone. */
export function TrainingRows({
  customer,
  join: { rows, lostTo },
  atMs,
}: {
  readonly customer: Customer;
  readonly join: CustomerJoin;
  readonly atMs: number;
}) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const doubled = differingViews(rows);
  return (
    <div className="training-rows">
      {rows.length === 0 && (
        <div className="notice" data-kind="failure">
          <strong>{texts.vanished}</strong>
          <span>{texts.vanishedWhy}</span>
          <ul>
            {lostTo.map((group) => (
              <li key={group.view}>
                <code>{group.view}</code> <SourceWords group={group} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 1 && (
        <div className="notice" data-kind="failure">
          <strong>{texts.doubledTitle(formats.count(rows.length))}</strong>
          <span>{texts.doubledWhy(doubled.join(', '))}</span>
        </div>
      )}
      {rows.map((groups, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that double have nothing but their place to tell them apart.
        <section key={n} className="training-row">
          <header>
            <h2>
              {rows.length === 1
                ? texts.trainingRow
                : texts.rowOf(formats.count(n + 1), formats.count(rows.length))}
            </h2>
            <code>
              {customer.userId} · {formats.date(atMs)}
            </code>
            <RowVerdict groups={groups} />
          </header>
          {groups.map((group) => (
            <TrainingRowGroup
              key={group.view}
              group={group}
              atMs={atMs}
              isDoubled={doubled.includes(group.view)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function RowVerdict({ groups }: { readonly groups: readonly JoinedGroup[] }) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const total = formats.count(groups.flatMap(({ cells }) => cells).length);
  const leaked = groups.filter(({ isLeak }) => isLeak).flatMap(({ cells }) => cells).length;
  if (leaked > 0) return <strong className="leak-word">{texts.leaks(formats.count(leaked), total)}</strong>;
  const present = groups.flatMap(({ cells }) => cells.filter(({ value }) => value !== null)).length;
  return <span className="hint">{texts.noLeak(formats.count(present), total)}</span>;
}

/** The views whose source row is not the same in all rows. */
function differingViews(rows: readonly (readonly JoinedGroup[])[]): readonly string[] {
  const [first = []] = rows;
  return first
    .filter(({ used }, i) => rows.some((row) => row[i]?.used?.rowIndex !== used?.rowIndex))
    .map(({ view }) => view);
}
