import { describe, expect, it } from 'vitest';
import { guessColumns, toMapping } from '../../../src/lab/data/guess-columns.ts';

describe('guessColumns', () => {
  it('takes the same name first, then the same letters, then one within the other', () => {
    const inFile = ['Monthly Fee', 'customer_user_id', 'user_id', 'churned'];
    expect(guessColumns(['user_id', 'monthly_fee', 'churn_label'], inFile)).toEqual({
      user_id: 'user_id',
      monthly_fee: 'Monthly Fee',
      churn_label: null,
    });
  });

  it('uses each column of the file once', () => {
    expect(guessColumns(['user_id', 'id_user_id'], ['user_id'])).toEqual({
      user_id: 'user_id',
      id_user_id: null,
    });
  });
});

describe('toMapping', () => {
  it('renames what is chosen, leaves out the rest, and is silent on what has its name already', () => {
    const choice = { user_id: 'customer', churn_label: 'churn_label', as_of: null };
    expect(toMapping(choice, ['customer', 'churn_label', 'note'])).toEqual({
      customer: 'user_id',
      note: null,
    });
  });
});
