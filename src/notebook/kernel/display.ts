import type { CellOutput } from '../document/output.ts';
import { Chart } from './plot.ts';
import { isInstance } from './values/is-instance.ts';
import { tableOutputOf } from './values/table-output.ts';
import { toValueTree } from './values/value-tree.ts';

/** The output that shows a value: a chart, a table, or a tree. */
export function displayOutput(value: unknown): CellOutput {
  if (isInstance(value, Chart)) return { kind: 'chart', spec: value.toSpec() };
  return tableOutputOf(value) ?? { kind: 'value', value: toValueTree(value) };
}

/** As `displayOutput`; a response is shown with its body, which is read without taking it from the cell. */
export async function displayOutputs(value: unknown): Promise<CellOutput[]> {
  if (!isInstance(value, Response)) return [displayOutput(value)];
  const { status, statusText } = value;
  const type = `Response ${status}${statusText === '' ? '' : ` ${statusText}`}`;
  const text = value.bodyUsed ? '' : await value.clone().text();
  const body = toValueTree(readBody(text));
  return [
    {
      kind: 'value',
      value: { ...body, type, preview: `${type} ${value.bodyUsed ? '(body was read)' : body.preview}` },
    },
  ];
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
