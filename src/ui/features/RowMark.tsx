import type { Mark } from '../../lab/features/lane-marks.ts';

/** A source row at its event time: filled where known, hollow where too old, hatched in the future, dotted where late. */
export function RowMark({
  mark,
  x,
  y,
  title,
  label,
  isLabelAside = false,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly title: string;
  /** Written under the mark. */
  readonly label: string | null;
  /** To the left, where a line leads down from the mark. */
  readonly isLabelAside?: boolean;
}) {
  const { time, isUsed, isLate } = mark;
  const radius = isUsed ? 8.5 : mark.row.revision > 0 ? 4.5 : 5.5;
  return (
    <g
      className="mark"
      data-time={time}
      data-used={isUsed || undefined}
      data-late={isLate || undefined}
      transform={`translate(${x},${y})`}
    >
      <title>{title}</title>
      {isUsed && <circle r={13} className="mark-halo" />}
      <circle r={radius} className="mark-ground" />
      <circle r={radius} className="mark-shape" />
      {label !== null && (
        <text
          x={isLabelAside ? -10 : 0}
          y={24}
          textAnchor={isLabelAside ? 'end' : 'middle'}
          className="mark-label"
        >
          {label}
        </text>
      )}
    </g>
  );
}
