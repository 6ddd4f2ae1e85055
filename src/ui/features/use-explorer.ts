import { useCallback } from 'react';
import type { JoinModeName } from '../../core/features/historical-features.ts';
import { formatTtlChoice, parseTtlChoice, type TtlChoice } from '../../lab/features/ttl-choice.ts';
import { useAddressParams } from '../address-params.ts';

export const MODES = ['lab', 'naive', 'local-store', 'sql-store'] as const satisfies readonly JoinModeName[];

/** What the explorer shows, as the address has it; null where it says nothing. */
export interface ExplorerChoice {
  readonly month: string | null;
  readonly userId: string | null;
  readonly atMs: number | null;
  readonly mode: JoinModeName;
  readonly ttl: TtlChoice;
  readonly showsLanding: boolean;
}

/** The explorer's settings, kept in the address. Changes that a key repeats are written over one another. */
export function useExplorer(): readonly [
  choice: ExplorerChoice,
  choose: (changes: Partial<ExplorerChoice>, options?: { readonly replace?: boolean }) => void,
] {
  const { params, change } = useAddressParams();
  const atMs = Date.parse(params.get('at') ?? '');
  const choice: ExplorerChoice = {
    month: params.get('month'),
    userId: params.get('user'),
    atMs: Number.isNaN(atMs) ? null : atMs,
    mode: MODES.find((mode) => mode === params.get('mode')) ?? 'lab',
    ttl: parseTtlChoice(params.get('ttl')),
    showsLanding: params.get('landing') === 'shown',
  };
  const choose = useCallback(
    (changes: Partial<ExplorerChoice>, options?: { readonly replace?: boolean }): void =>
      change(
        {
          ...('month' in changes && { month: changes.month ?? null }),
          ...('userId' in changes && { user: changes.userId ?? null }),
          ...(changes.atMs != null && { at: formatInstant(changes.atMs) }),
          ...(changes.mode !== undefined && { mode: changes.mode === 'lab' ? null : changes.mode }),
          ...(changes.ttl !== undefined && { ttl: formatTtlChoice(changes.ttl) }),
          ...(changes.showsLanding !== undefined && { landing: changes.showsLanding ? 'shown' : null }),
        },
        options,
      ),
    [change],
  );
  return [choice, choose];
}

/** '2024-02-14', with the time where it is not midnight. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('T00:00:00.000Z', '');
}
