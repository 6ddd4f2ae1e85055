import type { OnMissing, OnStale, ServingOptions } from '../../core/serving/serving-options.ts';
import { USUAL_STALE_AFTER } from '../../lab/serving/start-choices.ts';

const DAY_MS = 86_400_000;

/** The policies as the form holds them; days as they are typed, empty for never. */
export interface Policies {
  readonly onMissing: OnMissing;
  readonly onStale: OnStale;
  readonly staleAfterDays: string;
  readonly strictTtl: boolean;
}

/** What the form begins with: how the API was started, else the usual. */
export function policiesOf(options: ServingOptions | null): Policies {
  const staleAfter = options === null ? USUAL_STALE_AFTER : options.staleAfter;
  return {
    onMissing: options?.onMissing ?? 'reject',
    onStale: options?.onStale ?? 'warn',
    staleAfterDays: staleAfter === null ? '' : String(staleAfter / DAY_MS),
    strictTtl: options?.strictTtl ?? false,
  };
}

/** The start options that the policies stand for. */
export function toOptions({ staleAfterDays, ...rest }: Policies) {
  return { ...rest, staleAfter: staleAfterDays === '' ? null : Number(staleAfterDays) * DAY_MS };
}
