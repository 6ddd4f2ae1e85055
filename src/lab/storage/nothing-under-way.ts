import { LabError } from '../../core/errors.ts';
import { usableLocks } from '../tabs/usable-locks.ts';

/** Held by every tab while something runs in it that writes when it ends. */
const NAME = 'streamflow-lab work';

/** Does `work` while nothing runs in any tab; a `LabError` where something does. */
export async function withNothingUnderWay(work: () => Promise<void>): Promise<void> {
  const locks = await usableLocks();
  // There are no other tabs to ask then: nothing is kept.
  if (locks === null) return work();
  await locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock !== null) return work();
    throw new LabError(
      'something is running in this tab or another one: a training, an import or a cell',
      'wait until it has ended, or stop it, and try again; nothing was changed',
    );
  });
}

/** Does `work` as soon as nothing runs in any tab. */
export async function whenNothingUnderWay(work: () => Promise<void>): Promise<void> {
  const locks = await usableLocks();
  if (locks === null) return work();
  await locks.request(NAME, {}, work);
}

/** Says that something is under way in this tab, until the returned function is called. */
export function noteUnderWay(): () => void {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  void usableLocks().then((locks) => locks?.request(NAME, { mode: 'shared' }, () => ended));
  return end;
}
