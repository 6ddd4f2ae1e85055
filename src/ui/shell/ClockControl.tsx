import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand';
import { lessonLocks } from '../../lab/course/lesson-locks.ts';
import { announce } from '../../lab/session/session.ts';
import type { Workspace } from '../../lab/workspace/workspace.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLabAction, useLabAside } from '../workspace-queries.ts';
import { shellTexts } from './shell-texts.ts';

const SPANS = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
] as const;

/** The lab's simulated time: read it in the bar, move it in the popover. */
export function ClockControl() {
  const texts = useMessages(shellTexts);
  const formats = useFormats();
  const { data: now } = useLabAside(['clock'], ['clock'], ({ engine }) => engine.time.clock.now());
  const { data: monthEnds = [] } = useLabAside(['data'], ['month-ends'], monthEndsOf);
  const move = useLabAction(['clock'], async ({ api }, instant: Date) => {
    announce(texts.clockMoved(formats.instant(await api.clock.set(instant))));
  });
  const isLocked = useStore(lessonLocks, ({ controls }) => controls.includes('clock'));
  if (now === undefined) return null;
  if (isLocked) {
    return (
      <span className="clock" data-locked="true" title={texts.lockedByLink}>
        <ClockFace /> <span className="figure">{formats.instant(now)}</span>
        <span className="visually-hidden">{texts.lockedByLink}</span>
      </span>
    );
  }
  const moveBy = (days: number): void => move.mutate(new Date(now + days * 86_400_000));
  return (
    <DialogTrigger>
      <Button className="clock" aria-label={texts.clockAt(formats.instant(now))}>
        <ClockFace /> <span className="figure">{formats.instant(now)}</span>
      </Button>
      <Popover className="popover">
        <Dialog className="clock-dialog" aria-label={texts.clock}>
          <p>{texts.clockWhy}</p>
          {SPANS.map(([span, days]) => (
            <div key={span} className="clock-step">
              <Button className="quiet" aria-label={texts.backBy(texts[span])} onPress={() => moveBy(-days)}>
                −
              </Button>
              <span>{texts[span]}</span>
              <Button
                className="quiet"
                aria-label={texts.forwardBy(texts[span])}
                onPress={() => moveBy(days)}
              >
                +
              </Button>
            </div>
          ))}
          {monthEnds.length > 0 && (
            <label className="clock-jump">
              <span>{texts.jump}</span>
              <select value="" onChange={(event) => move.mutate(morningAfter(event.target.value))}>
                <option value="" disabled>
                  …
                </option>
                {monthEnds.map((day) => (
                  <option key={day} value={day}>
                    {day}
                  </option>
                ))}
              </select>
            </label>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ClockFace() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 4.5V8l2.5 1.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}

async function monthEndsOf({ engine }: Workspace): Promise<string[]> {
  const tables = await engine.snapshots.listTables();
  return [...new Set(tables.flatMap(({ asOf }) => asOf))].sort();
}

function morningAfter(day: string): Date {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 86_400_000);
}
