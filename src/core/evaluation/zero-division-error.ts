import { LabError } from '../errors.ts';

/**
 * A division by zero that has no sensible value; Python's name, as numpy raises it for weights that sum to 0.
 */
export class ZeroDivisionError extends LabError {
  override readonly name = 'ZeroDivisionError';
}
