import { quote, TypeMismatchError } from '../errors.ts';
import { fromRows } from '../table/from-rows.ts';
import type { Table } from '../table/table.ts';
import type { LoggedRequest } from './serving-collections.ts';

/**
 * The features that the model was given, one row per logged prediction, oldest first: the current table of a drift
 * report. Numbers are doubles throughout, as a log holds no types. Requests without a prediction are left out.
 */
export function loggedFeatures(requests: readonly LoggedRequest[]): Table {
  if (!Array.isArray(requests) || !requests.every(isLogged)) {
    throw new TypeMismatchError(
      `the logged requests are ${quote(requests)}`,
      'give what the log lists: await api.requests()',
    );
  }
  const rows = requests.filter(({ prediction }) => prediction !== null).map(({ features }) => features);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const numeric = [...names].filter((name) => rows.some((row) => typeof row[name] === 'number'));
  return fromRows(rows, { dtypes: Object.fromEntries(numeric.map((name) => [name, 'float64'])) });
}

function isLogged(request: unknown): boolean {
  const { features } = (request ?? {}) as Partial<LoggedRequest>;
  return typeof features === 'object' && features !== null;
}
