import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { clamp, DAY_MS, type TimeScale } from './time-scale.ts';

/** Half of the date's width and a little more: it stays within the picture. */
const DATE_PX = 66;

/**
 * The as-of line's handle: a slider over the drawing, its children. The whole drawing can be pressed and dragged; keys
 * move by a day, a week, or to the next row.
 */
export function AsOfHandle({
  scale,
  width,
  atMs,
  events,
  summary,
  onMove,
  onMoved,
  children,
}: {
  readonly scale: TimeScale;
  readonly width: number;
  readonly atMs: number;
  /** The event times of all rows. */
  readonly events: readonly number[];
  readonly summary: string;
  readonly onMove: (ms: number) => void;
  readonly onMoved: (ms: number, replace: boolean) => void;
  readonly children: ReactNode;
}) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const help = useId();
  const slider = useRef<HTMLDivElement>(null);
  const x = scale.x(atMs);
  const dayUnder = ({ currentTarget, clientX }: PointerEvent): number =>
    scale.dayAt(clientX - currentTarget.getBoundingClientRect().left);
  const isHeld = ({ currentTarget, pointerId }: PointerEvent): boolean =>
    currentTarget.hasPointerCapture(pointerId);
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    slider.current?.focus({ preventScroll: true });
    onMove(dayUnder(event));
  };
  const step = (event: KeyboardEvent): void => {
    const ms = keyTarget(event, { atMs, events, scale });
    if (ms === null) return;
    event.preventDefault();
    onMoved(clamp(ms, scale.from, scale.to), true);
  };
  return (
    <div
      className="as-of-area"
      onPointerDown={press}
      onPointerMove={(event) => isHeld(event) && onMove(dayUnder(event))}
      onPointerUp={(event) => isHeld(event) && onMoved(dayUnder(event), false)}
      onPointerCancel={() => onMoved(atMs, true)}
    >
      {children}
      <div
        ref={slider}
        className="as-of"
        role="slider"
        tabIndex={0}
        aria-label={texts.handle}
        aria-describedby={help}
        aria-orientation="horizontal"
        aria-valuemin={scale.from / DAY_MS}
        aria-valuemax={scale.to / DAY_MS}
        aria-valuenow={atMs / DAY_MS}
        aria-valuetext={summary}
        style={{ transform: `translateX(${x}px)` }}
        onKeyDown={step}
      >
        <span className="as-of-date figure" style={{ marginLeft: clamp(x, DATE_PX, width - DATE_PX) - x }}>
          {formats.date(atMs)}
        </span>
      </div>
      <p id={help} hidden>
        {texts.handleHelp}
      </p>
    </div>
  );
}

/** Where a key takes the line; null for keys that do not move it. */
function keyTarget(
  { key, shiftKey }: KeyboardEvent,
  { atMs, events, scale }: { atMs: number; events: readonly number[]; scale: TimeScale },
): number | null {
  const step = shiftKey ? 7 * DAY_MS : DAY_MS;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + step;
    case 'PageDown':
      return Math.max(scale.from, ...events.filter((event) => event < atMs));
    case 'PageUp':
      return Math.min(scale.to, ...events.filter((event) => event > atMs));
    case 'Home':
      return scale.from;
    case 'End':
      return scale.to;
    default:
      return null;
  }
}
