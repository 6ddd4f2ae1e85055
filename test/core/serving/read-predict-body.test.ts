import { expect, it } from 'vitest';
import { readPredictBody } from '../../../src/core/serving/read-predict-body.ts';

it.each([
  ['{"user_id":"42"}', '42'],
  [' {"user_id": "", "more": [1]} ', ''],
  ['{"user_id":"a","user_id":"b"}', 'b'],
])('reads the entity of %s', (body, entity) => {
  expect(readPredictBody(body, 'user_id')).toEqual({ entity });
});

// As FastAPI with pydantic 2 answers.
it.each([
  ['', { type: 'missing', loc: ['body'], msg: 'Field required', input: null }],
  ['{}', { type: 'missing', loc: ['body', 'user_id'], msg: 'Field required', input: {} }],
  [
    '{"user_id":42}',
    { type: 'string_type', loc: ['body', 'user_id'], msg: 'Input should be a valid string', input: 42 },
  ],
  [
    '{"user_id":null}',
    { type: 'string_type', loc: ['body', 'user_id'], msg: 'Input should be a valid string', input: null },
  ],
  ['[1]', { type: 'model_attributes_type', loc: ['body'], input: [1] }],
  ['null', { type: 'model_attributes_type', loc: ['body'], input: null }],
  ['{"user_id":', { type: 'json_invalid', loc: ['body', 11], msg: 'JSON decode error', input: {} }],
])('finds what is wrong with %s', (body, problem) => {
  expect(readPredictBody(body, 'user_id').problems).toMatchObject([problem]);
});
