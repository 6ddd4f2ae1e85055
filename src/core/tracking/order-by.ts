import { quote } from '../errors.ts';
import { splitIdentifier } from './filter-grammar.ts';
import { invalidParameter } from './mlflow-exception.ts';

/** One clause of an order, such as "metrics.auc DESC". */
export interface OrderBy {
  readonly entity: string | null;
  readonly key: string;
  readonly ascending: boolean;
}

const CLAUSE = /^((?:[\w.]|`[^`]*`|"[^"]*")+)(?:\s+(asc|desc))?$/i;

/** Parses every clause of an order; refuses what is no list of them. */
export function parseOrder(orderBy: readonly string[]): OrderBy[] {
  if (Array.isArray(orderBy)) return orderBy.map(parseOrderBy);
  throw invalidParameter(`orderBy is ${quote(orderBy)}`, "give a list of clauses: ['metrics.auc DESC']");
}

/** Parses an order clause: a name, quoted as in filters, then ASC (the default) or DESC. */
export function parseOrderBy(clause: string): OrderBy {
  const match = typeof clause === 'string' ? CLAUSE.exec(clause.trim()) : null;
  if (match?.[1] === undefined) {
    throw invalidParameter(
      `invalid order clause ${quote(clause)}`,
      "give a name and a direction, for example 'metrics.auc DESC'",
    );
  }
  return { ...splitIdentifier(match[1]), ascending: match[2]?.toLowerCase() !== 'desc' };
}
