import { expect, it } from 'vitest';
import { STAGES, toStage } from '../../../src/core/registry/stages.ts';

it('reads a stage in any case and gives it as MLflow writes it', () => {
  for (const stage of STAGES) {
    expect([stage, stage.toLowerCase(), stage.toUpperCase()].map(toStage)).toEqual([stage, stage, stage]);
  }
});

it.each(['', 'Prod', 'live', ' Production', null, undefined])('refuses %j and lists the four', (name) => {
  expect(() => toStage(name as string)).toThrow(
    expect.objectContaining({
      errorCode: 'INVALID_PARAMETER_VALUE',
      hint: 'use one of None, Staging, Production, Archived',
    }),
  );
});
