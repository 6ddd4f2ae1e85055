import { createStore } from 'zustand/vanilla';
import { ownMember } from '../../core/own-member.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { courseExpectations, type Expectation } from './expectations.ts';

/** The checks the student has set up, by table. */
export type ExpectationSuites = Readonly<Record<string, readonly Expectation[]>>;

const STORAGE_KEY = 'streamflow-expectations';
const KINDS = ['columns', 'not-null', 'unique', 'between', 'in-set'];

/** The suites as they were left, kept from reload to reload. A table without one has the course's. */
export const expectationSuites = createStore<ExpectationSuites>(restore);

expectationSuites.subscribe((suites) => browserTexts().setItem(STORAGE_KEY, JSON.stringify(suites)));

/** The checks of one table. */
export function suiteOf(suites: ExpectationSuites, table: string): readonly Expectation[] {
  return ownMember(suites, table) ?? courseExpectations(table);
}

/** Adds a check at the end of a table's suite. */
export function addExpectation(table: string, expectation: Expectation): void {
  change(table, (suite) => [...suite, expectation]);
}

/** Takes the check at `position` out of a table's suite. */
export function removeExpectation(table: string, position: number): void {
  change(table, (suite) => suite.filter((_, i) => i !== position));
}

/** Puts the course's checks back in place of the table's own. */
export function resetExpectations(table: string): void {
  expectationSuites.setState(({ [table]: _, ...others }) => others, true);
}

/** Replaces the whole state: the store would merge a table called `__proto__` into its prototype. */
function change(table: string, to: (suite: readonly Expectation[]) => readonly Expectation[]): void {
  expectationSuites.setState((suites) => ({ ...suites, [table]: to(suiteOf(suites, table)) }), true);
}

/** Only what is well-formed: the key may have been written by another version, or by hand. */
function restore(): ExpectationSuites {
  try {
    const kept = JSON.parse(browserTexts().getItem(STORAGE_KEY) ?? '{}') as ExpectationSuites;
    const isSound = Object.values(kept).every((suite) => suite.every(({ kind }) => KINDS.includes(kind)));
    return isSound ? kept : {};
  } catch {
    return {};
  }
}
