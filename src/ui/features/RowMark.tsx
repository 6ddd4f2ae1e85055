import type { Mark } from '../../lab/features/lane-marks.ts';

/** A source row at its event time: filled where known, hollow where too old, hatched in the future, dotted where late. */
export function RowMark({
  mark,
  x,
  y,
  title,
  label,
  labelSide = 'middle',
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly title: string;
  /** Written under the mark. */
  readonly label: string | null;
  /** Which end of the label is at the mark: 'end' writes it to the left. */
  readonly labelSide?: 'start' | 'middle' | 'end';
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
          x={{ start: 2, middle: 0, end: -9 }[labelSide]}
          y={24}
          textAnchor={labelSide}
          className="mark-label"
        >
          {label}
        </text>
      )}
    </g>
  );
}
