import { useMemo } from 'react';
import type { JoinModeName } from '../../core/features/historical-features.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { LaneDrawing } from './LaneDrawing.tsx';
import type { SeenLane } from './seen-lane.ts';
import type { TimeScale } from './time-scale.ts';

/** Above the lanes, for the as-of line's date. */
const HEAD_PX = 40;
const AXIS_PX = 28;

/** All lanes on one time axis: the past, the ttl windows, the as-of line and the future behind it. */
export function TimelineDrawing({
  lanes,
  scale,
  width,
  atMs,
  mode,
  showsLanding,
  summary,
}: {
  readonly lanes: readonly SeenLane[];
  readonly scale: TimeScale;
  readonly width: number;
  readonly atMs: number;
  readonly mode: JoinModeName;
  readonly showsLanding: boolean;
  readonly summary: string;
}) {
  const texts = useMessages(explorerTexts);
  const lanePx = showsLanding ? 84 : 66;
  const bottom = HEAD_PX + lanes.length * lanePx;
  const atX = scale.x(atMs);
  const language = useLanguage();
  const month = useMemo(() => monthNames(language), [language]);
  return (
    <svg width={width} height={bottom + AXIS_PX} role="img" aria-label={summary}>
      <defs>
        <pattern
          id="future-hatch"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" className="future-ground" />
          <line x1="0" y1="0" x2="0" y2="8" className="future-stroke" />
        </pattern>
        <pattern
          id="mark-hatch"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="4" height="4" className="future-ground" />
          <line x1="1" y1="0" x2="1" y2="4" className="mark-stroke" />
        </pattern>
      </defs>
      <rect
        x={atX}
        y={HEAD_PX}
        width={Math.max(0, width - atX)}
        height={bottom - HEAD_PX}
        fill="url(#future-hatch)"
        className="future-area"
      />
      {width - atX > 70 && (
        <text x={width - 6} y={HEAD_PX - 8} textAnchor="end" className="future-word">
          {texts.future} →
        </text>
      )}
      {scale.months.map((ms) => (
        <g key={ms} transform={`translate(${scale.x(ms)},0)`}>
          <line y1={HEAD_PX} y2={bottom + 5} className="tick" />
          <text y={bottom + 20} x={3} className="tick-label">
            {month(ms)}
          </text>
        </g>
      ))}
      {lanes.map((seen, i) => (
        <LaneDrawing
          key={seen.lane.view.name}
          seen={seen}
          scale={scale}
          atMs={atMs}
          mode={mode}
          top={HEAD_PX + i * lanePx}
          height={lanePx}
          showsLanding={showsLanding}
        />
      ))}
      <line x1={atX} x2={atX} y1={HEAD_PX - 10} y2={bottom} className="as-of-line" />
    </svg>
  );
}

/** 'Feb', and with the year in January. */
function monthNames(language: string): (ms: number) => string {
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
  return (ms) => (new Date(ms).getUTCMonth() === 0 ? year.format(ms) : name.format(ms));
}
