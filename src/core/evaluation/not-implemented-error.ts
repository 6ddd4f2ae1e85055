import { LabError } from '../errors.ts';

/** A combination of options that scikit-learn does not offer either; Python's name. */
export class NotImplementedError extends LabError {
  override readonly name = 'NotImplementedError';
}
