import { LabError } from '../../core/errors.ts';
import type { OpenKernel } from './kernel-host.ts';

/** Starts a kernel behind the wall. */
export const openKernel: OpenKernel = () => {
  throw new LabError(
    'this version runs no cells yet',
    'edit and keep them; they can run in the next version',
  );
};
