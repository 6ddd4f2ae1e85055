import { describe, expect, it } from 'vitest';
import {
  alreadyExists,
  doesNotExist,
  invalidParameter,
  MlflowException,
} from '../../../src/core/tracking/mlflow-exception.ts';

describe('an MlflowException', () => {
  it("carries MLflow's code and the HTTP status that its REST API answers with", () => {
    const errors = [invalidParameter('a', 'h'), alreadyExists('b', 'h'), doesNotExist('c', 'h')];
    expect(errors.map(({ errorCode, httpStatus }) => [errorCode, httpStatus])).toEqual([
      ['INVALID_PARAMETER_VALUE', 400],
      ['RESOURCE_ALREADY_EXISTS', 400],
      ['RESOURCE_DOES_NOT_EXIST', 404],
    ]);
    const plain = new MlflowException('fact', 'hint');
    expect([plain.name, plain.errorCode, plain.httpStatus]).toEqual([
      'MlflowException',
      'INTERNAL_ERROR',
      500,
    ]);
  });
});
