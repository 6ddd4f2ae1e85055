import type { Fault } from '../../core/serving/faults.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLabAction } from '../workspace-queries.ts';
import { faultTexts } from './fault-texts.ts';
import { servingTexts } from './serving-texts.ts';

/** Reminds of the faults that are on, wherever one looks: a forgotten fault is a puzzle. */
export function FaultBanner({
  faults,
  onSee,
}: {
  readonly faults: readonly Fault[];
  readonly onSee: () => void;
}) {
  const texts = useMessages(servingTexts);
  const names = useMessages(faultTexts);
  const clear = useLabAction(['faults'], ({ engine }) => {
    engine.faults.clear();
    announce(texts.faultsCleared);
  });
  if (faults.length === 0) return null;
  return (
    <div className="notice fault-banner" data-kind="failure">
      <span>
        <strong>{texts.faultsOn(faults.length)}</strong> {faults.map(describe).join(' · ')}
      </span>
      <div className="actions">
        <button type="button" className="quiet" onClick={onSee}>
          {texts.seeFaults}
        </button>
        <button type="button" className="quiet" onClick={() => clear.mutate()}>
          {texts.clearFaults}
        </button>
      </div>
    </div>
  );

  function describe(fault: Fault): string {
    const target = 'view' in fault ? fault.view : 'feature' in fault ? fault.feature : undefined;
    return target === undefined ? names[fault.kind] : `${names[fault.kind]} (${target})`;
  }
}
