import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import { ownMember } from '../../core/own-member.ts';

const DAY_MS = 86_400_000;

/** A ttl to try in place of the defined ones: days for all views, or for some by name. 0 days is no limit. */
export interface TtlChoice {
  readonly all: number | null;
  readonly byView: Readonly<Record<string, number>>;
}

/** Every view as it is defined. */
export const DEFINED_TTL: TtlChoice = { all: null, byView: {} };

/** The ttl of a view under a choice, in milliseconds; a view's own days go before those of all. */
export function ttlMsOf(view: FeatureViewDefinition, { all, byView }: TtlChoice): number {
  const days = ownMember(byView, view.name) ?? all;
  return days === null ? view.ttlMs : days * DAY_MS;
}

/** Reads a choice from an address: '30', 'usage_agg_30d_fv:7' or both. What is no number of days is left out. */
export function parseTtlChoice(text: string | null): TtlChoice {
  let all: number | null = null;
  const byView = new Map<string, number>();
  for (const part of (text ?? '').split(',')) {
    const [view, days] = part.includes(':') ? (part.split(':') as [string, string]) : [null, part];
    const value = days.trim() === '' ? Number.NaN : Number(days);
    if (!Number.isFinite(value) || value < 0) continue;
    if (view === null) all = value;
    else byView.set(view, value);
  }
  return { all, byView: Object.fromEntries(byView) };
}

/** The text that `parseTtlChoice` reads; null for the ttls as they are defined. */
export function formatTtlChoice({ all, byView }: TtlChoice): string | null {
  const parts = Object.entries(byView).map(([view, days]) => `${view}:${days}`);
  if (all !== null) parts.unshift(String(all));
  return parts.length === 0 ? null : parts.join(',');
}
