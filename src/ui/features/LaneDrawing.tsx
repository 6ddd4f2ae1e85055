import type { JoinModeName } from '../../core/features/historical-features.ts';
import type { Mark } from '../../lab/features/lane-marks.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { RowMark } from './RowMark.tsx';
import type { SeenLane } from './seen-lane.ts';
import type { TimeScale } from './time-scale.ts';
import { useAge } from './use-age.ts';
import { useMarkWords } from './use-mark-words.ts';

/** Of a mark's middle below the lane's top; versions of a row are stacked. */
const MARK_PX = 38;
const VERSION_PX = 13;
/** Half of a date's width, with a little room. */
const LABEL_PX = 28;

/** One feature view: its name and ttl, the window that counts as of the line, and a mark per source row. */
export function LaneDrawing({
  seen: { lane, ttlMs, marks },
  scale,
  atMs,
  mode,
  top,
  height,
  showsLanding,
}: {
  readonly seen: SeenLane;
  readonly scale: TimeScale;
  readonly atMs: number;
  readonly mode: JoinModeName;
  readonly top: number;
  readonly height: number;
  readonly showsLanding: boolean;
}) {
  const texts = useMessages(explorerTexts);
  const words = useMarkWords();
  const formats = useFormats();
  const age = useAge();
  const landing = height - 10;
  const from = ttlMs === 0 ? 0 : Math.max(0, scale.x(atMs - ttlMs));
  const ttlWord = mode === 'naive' ? texts.ttlIgnored : ttlMs === 0 ? texts.noTtl : texts.ttl(age(ttlMs));
  // Of two versions that are both used, one tells the date; and no date crosses the as-of line.
  const isNamed = ({ isUsed, row }: Mark): boolean =>
    isUsed && !marks.some((other) => other.isUsed && other.row.revision < row.revision);
  const sideOf = ({ row }: Mark): 'start' | 'middle' | 'end' => {
    const room = scale.x(atMs) - scale.x(row.eventMs);
    if (room < 0 && room > -LABEL_PX) return 'start';
    return showsLanding || Math.abs(room) < LABEL_PX ? 'end' : 'middle';
  };
  const yOf = ({ row }: Mark): number => MARK_PX - row.revision * VERSION_PX;
  return (
    <g transform={`translate(0,${top})`}>
      {mode !== 'naive' && (
        <rect
          className="ttl-window"
          x={from}
          y={22}
          width={Math.max(0, scale.x(atMs) - from)}
          height={height - 26}
        />
      )}
      <line x1={0} x2={scale.x(scale.to)} y1={MARK_PX} y2={MARK_PX} className="lane-line" />
      {showsLanding &&
        marks.map((mark) => {
          const { row } = mark;
          if (row.landedMs === null) return null;
          const x = scale.x(row.eventMs);
          const landedX = scale.x(row.landedMs);
          return (
            <g
              key={row.rowIndex}
              className="landing"
              data-late={mark.isLate || undefined}
              data-time={mark.time}
            >
              <path
                d={`M${x},${yOf(mark)} C${x},${landing} ${landedX},${yOf(mark) + 8} ${landedX},${landing}`}
              />
              <path d={`M${landedX - 3.5},${landing - 5} h7 l-3.5,6 z`} className="landing-tip" />
            </g>
          );
        })}
      {marks.map((mark) => (
        <RowMark
          key={mark.row.rowIndex}
          mark={mark}
          x={scale.x(mark.row.eventMs)}
          y={yOf(mark)}
          title={words.title(mark)}
          label={isNamed(mark) ? formats.shortDate(mark.row.eventMs) : null}
          labelSide={sideOf(mark)}
        />
      ))}
      <text y={16} className="lane-name">
        {lane.view.name}
        <tspan dx={10} className="lane-ttl">
          {ttlWord}
        </tspan>
        {lane.rows.length === 0 && (
          <tspan dx={10} className="lane-ttl">
            {texts.noRows}
          </tspan>
        )}
      </text>
    </g>
  );
}
