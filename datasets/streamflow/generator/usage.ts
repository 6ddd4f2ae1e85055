import type { Conditions } from './conditions.ts';
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import type { Occasion } from './occasion.ts';
import { clamp, toHalves, toTenths } from './rounding.ts';

export interface Usage {
  readonly watchHours30d: number;
  readonly avgSessionMins7d: number;
  readonly uniqueDevices30d: number;
  readonly skips7d: number;
  readonly rebufferEvents7d: number;
}

/** Interruptions of playback in the last seven days: the home's line, the region, the month. */
export function drawRebuffering(draws: Draws, customer: Customer, conditions: Conditions): number {
  const regional = customer.inWaveRegion ? conditions.regionalRebuffering : 1;
  return draws.count(2.27 * customer.lineTrouble * conditions.rebuffering * regional);
}

/** The month's usage. Hours follow the fee, the habit and the season, and fall in doubt. */
export function drawUsage(
  draws: Draws,
  rebufferEvents: number,
  { customer, subscription, conditions, doubts }: Occasion,
): Usage {
  const habit = 21.3 + 0.15 * (subscription.monthlyFee / conditions.price) + 3.3 * customer.viewing;
  const hours = habit * conditions.season * (doubts ? draws.between(0.48, 0.95) : 1) + 3.3 * draws.normal();
  const session = (29.6 + 4 * customer.sessions) * (doubts ? draws.between(0.68, 1) : 1) + 3 * draws.normal();
  return {
    watchHours30d: toTenths(clamp(hours, 1.5, 60)),
    avgSessionMins7d: toHalves(clamp(session, 5, 60)),
    uniqueDevices30d: draws.chance(0.15) ? draws.whole(1, 4) : customer.devices,
    skips7d: draws.count(doubts ? 6.2 : 4.9),
    rebufferEvents7d: rebufferEvents,
  };
}
