import { beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessLab } from '../../../src/headless/open-lab.ts';
import { liftFault, setFault } from '../../../src/lab/serving/change-faults.ts';
import { openSmallLab } from './small-lab.ts';

describe('the switches of the faults', () => {
  let lab: HeadlessLab;

  beforeEach(async () => {
    lab = await openSmallLab();
    setFault(lab, { kind: 'slow-store', ms: 5 });
    setFault(lab, { kind: 'drop-feature-view', view: 'usage_fv' });
  });

  it('keep one fault of a kind, the last', () => {
    setFault(lab, { kind: 'drop-feature-view', view: 'plans_fv' });
    expect(lab.engine.faults.active()).toEqual([
      { kind: 'slow-store', ms: 5 },
      { kind: 'drop-feature-view', view: 'plans_fv' },
    ]);
  });

  it('lift one kind and leave the others on', () => {
    liftFault(lab, 'slow-store');
    expect(lab.engine.faults.active()).toEqual([{ kind: 'drop-feature-view', view: 'usage_fv' }]);
  });

  it('change nothing where a fault is refused', () => {
    expect(() => setFault(lab, { kind: 'slow-store', ms: -1 })).toThrow("fault 'slow-store' has ms -1");
    expect(lab.engine.faults.active()).toHaveLength(2);
  });
});
