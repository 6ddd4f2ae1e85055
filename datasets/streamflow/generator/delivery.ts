import type { Row } from '../../../src/core/table/from-rows.ts';
import { DAY_MS, HOUR_MS } from './calendar.ts';
import type { Draws } from './draws.ts';

/** How rows of one table reach the warehouse. */
export interface DeliveryRules {
  /** Hour of the next day at which the nightly batch lands. */
  readonly batchHour: number;
  /** Days between a row's event timestamp and the day its value is known: 0, or a label's horizon. */
  readonly knownAfterDays: number;
  /** Share of rows that are delivered wrong first and corrected later. */
  readonly correctedShare: number;
  /** How many rows of the table are delivered twice in one batch: the wrong version, then the right one. */
  readonly ties: number;
  /** What the first, wrong version said. */
  readonly misreport: (row: Row) => Row;
}

/** A table's rows as they landed, and how many of them are late, corrections or tied. */
export interface Deliveries {
  readonly rows: readonly Row[];
  readonly lateRows: number;
  readonly correctionRows: number;
  readonly tiedRows: number;
}

const LATE_BY_DAYS = 0.022;
const LATE_BY_WEEKS = 0.006;

/**
 * Gives every row its `created_timestamp` and adds the wrong first versions of some. Rows keep their order; of a
 * row's versions the right one comes last, so "latest created, then last in the file" is the truth.
 */
export function deliver(draws: Draws, rows: readonly Row[], rules: DeliveryRules): Deliveries {
  const tied = chooseRows(draws, rows.length, rules.ties);
  const landed: Row[] = [];
  let lateRows = 0;
  let correctionRows = 0;
  rows.forEach((row, index) => {
    const onTime = (row.as_of as number) + (rules.knownAfterDays + 1) * DAY_MS + rules.batchHour * HOUR_MS;
    const delayDays = drawDelayDays(draws);
    const landedAt = onTime + delayDays * DAY_MS;
    if (delayDays > 0) lateRows++;
    if (tied.has(index)) {
      landed.push({ ...rules.misreport(row), created_timestamp: landedAt });
      landed.push({ ...row, created_timestamp: landedAt });
    } else if (draws.chance(rules.correctedShare)) {
      correctionRows++;
      const correctedAt = landedAt + draws.whole(2, 22) * DAY_MS + draws.whole(6, 12) * HOUR_MS;
      landed.push({ ...rules.misreport(row), created_timestamp: landedAt });
      landed.push({ ...row, created_timestamp: correctedAt });
    } else {
      landed.push({ ...row, created_timestamp: landedAt });
    }
  });
  return { rows: landed, lateRows, correctionRows, tiedRows: tied.size };
}

function drawDelayDays(draws: Draws): number {
  const luck = draws.uniform();
  if (luck < LATE_BY_WEEKS) return draws.whole(14, 29);
  return luck < LATE_BY_WEEKS + LATE_BY_DAYS ? draws.whole(1, 7) : 0;
}

function chooseRows(draws: Draws, nRows: number, howMany: number): Set<number> {
  const chosen = new Set<number>();
  while (chosen.size < howMany) chosen.add(draws.whole(0, nRows));
  return chosen;
}
