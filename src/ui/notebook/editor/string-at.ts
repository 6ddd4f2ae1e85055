import { parser } from '@lezer/javascript';
import type { LabNames } from '../../../lab/notebook/lab-names.ts';
import type { VariableSummary } from '../../../notebook/kernel/kernel.ts';

/** A string literal around a caret: where its text is, and the code before it. */
export interface StringAt {
  readonly start: number;
  readonly end: number;
  readonly before: string;
}

/** A name that fits into a string, and what it is. */
export interface FittingName {
  readonly name: string;
  readonly what: string;
}

const typescript = parser.configure({ dialect: 'ts' });

/** The string literal that a position is in; null in code and comments. */
export function stringAt(source: string, position: number): StringAt | null {
  const node = typescript.parse(source).resolveInner(position, -1);
  if (node.name !== 'String' && node.name !== 'TemplateString') return null;
  const quote = source[node.from];
  const isClosed = node.to - node.from > 1 && source[node.to - 1] === quote;
  const start = node.from + 1;
  // An open string runs to the end of its line: what is typed must not swallow the rest of it.
  const end = isClosed ? node.to - 1 : Math.max(start, position);
  if (position < start || position > end) return null;
  return { start, end, before: source.slice(0, node.from) };
}

/** What makes sense in the string: what the call or property before it asks for, first; else everything. */
export function namesForString(
  { before }: StringAt,
  names: LabNames,
  variables: readonly VariableSummary[],
): FittingName[] {
  const tables = names.tables.map(({ name }) => ({ name, what: 'table' }));
  const features = names.features.map((name) => ({ name, what: 'feature' }));
  const views = names.views.map((name) => ({ name, what: 'feature view' }));
  const dates = unique(names.tables.flatMap(({ asOf }) => asOf)).map((name) => ({ name, what: 'as of' }));
  const models = names.models.flatMap((name) =>
    ['Production', 'latest'].map((at) => ({ name: `models:/${name}/${at}`, what: 'model' })),
  );
  const columns = columnsFor(before, names, variables);
  const call = /([\w$]+)\s*[(:]\s*\[?(?:\s*(?:'[^']*'|"[^"]*"|`[^`]*`)\s*,)*\s*$/.exec(before)?.[1];
  switch (call) {
    case 'features':
      return features;
    case 'asOf':
    case 'materialize':
    case 'materializeIncremental':
      return dates;
    case 'snapshot':
    case 'table':
      return tables;
    case 'getFeatureView':
    case 'featureViews':
      return views;
    case 'loadModel':
    case 'modelUri':
      return models;
    case 'load':
      return [{ name: 'streamflow', what: 'dataset' }];
    case 'column':
    case 'select':
    case 'drop':
    case 'x':
    case 'y':
    case 'color':
      return columns;
    default:
      return [...columns, ...features, ...tables, ...views, ...dates];
  }
}

/** The columns of the variable whose member the string is for, else of all variables and tables. */
function columnsFor(before: string, names: LabNames, variables: readonly VariableSummary[]): FittingName[] {
  const owner = /([\w$]+)(?:\.\w+\(\s*\[?[^()]*|\[)\s*$/.exec(before)?.[1];
  const variable = variables.find(({ name, columns }) => name === owner && columns !== undefined);
  if (variable?.columns !== undefined)
    return Object.entries(variable.columns).map(([name, dtype]) => ({ name, what: dtype }));
  const all = [
    ...variables.flatMap(({ columns }) => Object.keys(columns ?? {})),
    ...names.tables.flatMap(({ columns }) => columns),
  ];
  return unique(all).map((name) => ({ name, what: 'column' }));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
