import { describe, expect, it } from 'vitest';
import type { LabNames } from '../../../src/lab/notebook/lab-names.ts';
import type { VariableSummary } from '../../../src/notebook/kernel/kernel.ts';
import { namesForString, stringAt } from '../../../src/ui/notebook/editor/string-at.ts';

const names: LabNames = {
  tables: [{ name: 'usage', columns: ['user_id', 'hours'], asOf: ['2024-01-31', '2023-12-31'] }],
  features: ['usage_fv:hours'],
  views: ['usage_fv'],
  models: ['churn'],
};
const variables: VariableSummary[] = [
  {
    ...{ name: 'job', type: 'LabTable', preview: '', isConst: true },
    columns: { user_id: 'string', fee: 'float64' },
  },
];

/** What is offered at the bar in the code. */
function offered(code: string): string[] | null {
  const at = code.indexOf('|');
  const string = stringAt(code.replace('|', ''), at);
  return string === null ? null : namesForString(string, names, variables).map(({ name }) => name);
}

describe('names inside strings', () => {
  it.each([
    ["store.getHistoricalFeatures({ features: ['|'] })", ['usage_fv:hours']],
    ["f({ features: ['usage_fv:hours', '|'] })", ['usage_fv:hours']],
    ["data.snapshot('|')", ['usage']],
    ["data.snapshot('usage', { asOf: '|' })", ['2024-01-31', '2023-12-31']],
    ["job.column('|')", ['user_id', 'fee']],
    ["job.drop(['user_id', '|'])", ['user_id', 'fee']],
    ["other.column('|')", ['user_id', 'fee', 'hours']],
    ["mlflow.loadModel('|')", ['models:/churn/Production', 'models:/churn/latest']],
    ["store.getFeatureView('|')", ['usage_fv']],
  ])('are those that the call asks for: %s', (code, expected) => {
    expect(offered(code)).toEqual(expected);
  });

  it('are everything where nothing tells what is asked for', () => {
    expect(offered("const x = '|'")).toEqual(expect.arrayContaining(['fee', 'usage_fv:hours', 'usage']));
  });

  it('are not offered in code, in comments, or after the string', () => {
    expect(offered('data.|')).toBeNull();
    expect(offered("// 'text|'")).toBeNull();
    expect(offered("'text'|")).toBeNull();
  });

  it('take the place of the text of a closed string, and only of what is before the caret in an open one', () => {
    expect(stringAt("f('ab')", 4)).toMatchObject({ start: 3, end: 5 });
    expect(stringAt("f('ab\nnext()", 4)).toMatchObject({ start: 3, end: 4 });
  });
});
