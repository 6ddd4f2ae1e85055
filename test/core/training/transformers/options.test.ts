import { expect, test } from 'vitest';
import { ColumnTransformer } from '../../../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../../../src/core/training/transformers/one-hot-encoder.ts';
import { SimpleImputer } from '../../../../src/core/training/transformers/simple-imputer.ts';
import { StandardScaler } from '../../../../src/core/training/transformers/standard-scaler.ts';

test.each<[string, () => unknown, string, string]>([
  [
    'OneHotEncoder',
    () => new OneHotEncoder({ handleunknown: 'ignore' } as object),
    "OneHotEncoder has no option 'handleunknown'",
    "did you mean 'handleUnknown'?",
  ],
  [
    'SimpleImputer',
    () => new SimpleImputer({ strategi: 'mean' } as object),
    "SimpleImputer has no option 'strategi'",
    "did you mean 'strategy'?",
  ],
  [
    'StandardScaler',
    () => new StandardScaler({ withmean: false } as object),
    "StandardScaler has no option 'withmean'",
    "did you mean 'withMean'?",
  ],
  [
    'ColumnTransformer',
    () => new ColumnTransformer([], { remaindr: 'drop' } as object),
    "ColumnTransformer has no option 'remaindr'",
    "did you mean 'remainder'?",
  ],
  [
    'ColumnTransformer without its columns',
    () => new ColumnTransformer([['scale', new StandardScaler()]] as unknown as []),
    'step 1 has another form',
    "give a list of steps such as ['categorical', new OneHotEncoder(), ['column']]",
  ],
])('%s tells what it does not know', (_, create, message, hint) => {
  expect(create).toThrow(expect.objectContaining({ name: 'TypeError', message, hint }));
});
