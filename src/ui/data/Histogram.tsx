import type { NumberProfile } from '../../lab/data/profile.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { rowsTexts } from './rows-texts.ts';
import { useValueText } from './value-text.ts';

const WIDTH = 260;
const HEIGHT = 48;

/** The spread of a numeric column, small enough for a row of a table: bars, both ends written below, the median marked. */
export function Histogram({ profile }: { readonly profile: NumberProfile }) {
  const texts = useMessages(rowsTexts);
  const valueText = useValueText(profile.dtype);
  const { name, range, bins } = profile;
  const [first, last] = [bins[0], bins.at(-1)];
  if (range === null || first === undefined || last === undefined) {
    return <span className="hint">{texts.onlyMissing}</span>;
  }
  if (range.min === range.max) return <span className="figure">{valueText(range.min)}</span>;
  const tallest = Math.max(...bins.map(({ count }) => count));
  const x = (value: number): number => ((value - first.from) / (last.to - first.from)) * WIDTH;
  const y = (count: number): number => (count / tallest) * (HEIGHT - 4);
  const summary = texts.distributionOf(
    name,
    valueText(range.min),
    valueText(range.max),
    valueText(range.median),
  );
  return (
    <div className="histogram">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
        {bins.map(({ from, to, count }) => (
          <rect
            key={from}
            x={x(from) + 0.5}
            width={Math.max(1, x(to) - x(from) - 1)}
            y={HEIGHT - y(count)}
            height={y(count)}
          />
        ))}
        <line x1={x(range.median)} x2={x(range.median)} y1={0} y2={HEIGHT} />
      </svg>
      <span className="histogram-ends" aria-hidden="true">
        <span>{valueText(range.min)}</span>
        <span>{valueText(range.max)}</span>
      </span>
    </div>
  );
}
