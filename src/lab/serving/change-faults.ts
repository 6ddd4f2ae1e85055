import type { Fault, FaultKind, Faults } from '../../core/serving/faults.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Injects a fault in place of any other of its kind. A bad fault is refused and changes nothing. */
export function setFault({ engine }: Pick<Workspace, 'engine'>, fault: Fault): void {
  const before = engine.faults.active();
  engine.faults.inject(fault);
  keepOnly(engine.faults, [...before.filter(({ kind }) => kind !== fault.kind), fault]);
}

/** Lifts the faults of one kind; the others stay. */
export function liftFault({ engine }: Pick<Workspace, 'engine'>, kind: FaultKind): void {
  keepOnly(
    engine.faults,
    engine.faults.active().filter((fault) => fault.kind !== kind),
  );
}

function keepOnly(faults: Faults, kept: readonly Fault[]): void {
  faults.clear();
  for (const fault of kept) faults.inject(fault);
}
