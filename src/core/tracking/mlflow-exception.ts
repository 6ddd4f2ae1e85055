import { LabError } from '../errors.ts';

/** MLflow's error codes that the lab's stores raise (stack semantics T20). */
export type ErrorCode =
  | 'INVALID_PARAMETER_VALUE'
  | 'RESOURCE_ALREADY_EXISTS'
  | 'RESOURCE_DOES_NOT_EXIST'
  | 'INVALID_STATE'
  | 'INTERNAL_ERROR';

const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  RESOURCE_DOES_NOT_EXIST: 404,
  INVALID_STATE: 500,
  INTERNAL_ERROR: 500,
};

/** What tracking and registry raise, with MLflow's code; the code is INTERNAL_ERROR where MLflow gives none. */
export class MlflowException extends LabError {
  override readonly name = 'MlflowException';
  readonly errorCode: ErrorCode;

  constructor(message: string, hint: string, errorCode: ErrorCode = 'INTERNAL_ERROR') {
    super(message, hint);
    this.errorCode = errorCode;
  }

  /** The status that MLflow's REST API answers with. */
  get httpStatus(): number {
    return HTTP_STATUS[this.errorCode];
  }
}

/** An argument that MLflow refuses. */
export function invalidParameter(message: string, hint: string): MlflowException {
  return new MlflowException(message, hint, 'INVALID_PARAMETER_VALUE');
}

/** Something named that is not there. */
export function doesNotExist(message: string, hint: string): MlflowException {
  return new MlflowException(message, hint, 'RESOURCE_DOES_NOT_EXIST');
}

/** A name that is taken. */
export function alreadyExists(message: string, hint: string): MlflowException {
  return new MlflowException(message, hint, 'RESOURCE_ALREADY_EXISTS');
}
