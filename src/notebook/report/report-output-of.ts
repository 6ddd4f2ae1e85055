import * as v from 'valibot';
import { cellAt } from '../../core/table/column.ts';
import { unpack } from '../../core/table/pack.ts';
import type { CellOutput, ChartOutput, TableOutput } from '../document/output.ts';
import { chartSpecSchema } from '../document/output-schema.ts';
import { outputText } from '../document/output-text.ts';
import type { ReportOutput } from './report-output.ts';

/** Most of a text, and of a table, that a report keeps. */
const MAX_CHARS = 20_000;
const MAX_ROWS = 30;
const MAX_COLUMNS = 40;
/** Points of a chart; a chart of more is told of, not drawn. */
const MAX_VALUES = 20_000;

/** An output of a cell as a report keeps it: cut where it is long, and without anything that could run. */
export function reportOutputOf(output: CellOutput): ReportOutput {
  switch (output.kind) {
    case 'text':
      return { kind: 'text', level: output.level, text: cut(output.text) };
    case 'table':
      return tableOf(output);
    case 'chart':
      return chartOf(output);
    case 'image':
      // The text of an SVG could hold anything.
      if (output.mimeType === 'image/svg+xml' || output.data.length > 500_000) return asText(output);
      return { kind: 'image', mimeType: output.mimeType, data: output.data.replaceAll(/\s/g, '') };
    case 'error': {
      const { name, message, hint } = output;
      return {
        kind: 'error',
        name: cut(name),
        message: cut(message),
        hint: hint === null ? null : cut(hint),
      };
    }
    case 'check': {
      const { passed, name, expected, actual, hint } = output.result;
      return {
        ...{ kind: 'check', passed, name: cut(name), hint: cut(hint) },
        ...{ expected: cut(expected.preview), actual: cut(actual.preview) },
      };
    }
    default:
      return asText(output);
  }
}

function asText(output: CellOutput): ReportOutput {
  return { kind: 'text', level: 'value', text: cut(outputText(output)) };
}

function cut(text: string): string {
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}

function tableOf(output: TableOutput): ReportOutput {
  try {
    const table = unpack(output.packed);
    const columns = [...table.columns].slice(0, MAX_COLUMNS);
    const nRows = Math.min(MAX_ROWS, table.nRows);
    return {
      ...{ kind: 'table', type: output.type, nRows: output.nRows },
      columns: columns.map(([name]) => ({
        name,
        isNumber: output.dtypes[name] === 'int64' || output.dtypes[name] === 'float64',
      })),
      rows: Array.from({ length: nRows }, (_, row) =>
        columns.map(([, column]) => {
          const cell = cellAt(column, row);
          return cell instanceof Date ? cell.toISOString() : cut(String(cell ?? ''));
        }),
      ),
    };
  } catch {
    return asText(output);
  }
}

function chartOf(output: ChartOutput): ReportOutput {
  const nValues = output.spec.marks
    .flatMap(({ data }) => Object.values(data))
    .reduce((n, { length }) => n + length, 0);
  if (nValues > MAX_VALUES) return asText(output);
  // As it will come out of the file: NaN is not among the numbers of JSON.
  const parsed = v.safeParse(chartSpecSchema, JSON.parse(JSON.stringify(output.spec)));
  return parsed.success ? { kind: 'chart', spec: parsed.output } : asText(output);
}
