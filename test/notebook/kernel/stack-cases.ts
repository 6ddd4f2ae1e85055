import { compileCell } from '../../../src/notebook/cell/compile-cell.ts';
import { stripTypes } from '../../../src/notebook/cell/strip-types.ts';

/** A cell that fails, and where: `boom` throws. Lines and columns count from 1. */
export interface StackCase {
  readonly source: string;
  readonly line: number;
  /** The column in each engine, as they do not agree on which part of a member they mean. */
  readonly columns: Readonly<Record<'chromium' | 'firefox', number>>;
  /** The message in each engine where it names what the cell names. */
  readonly messages?: Readonly<Record<'chromium' | 'firefox', string>>;
}

/** What the engines were asked; their answers are in recorded-stacks.json. */
export const STACK_CASES: readonly StackCase[] = [
  { source: 'boom();', line: 1, columns: { chromium: 1, firefox: 1 } },
  { source: 'const a = 1;\n  boom(a);', line: 2, columns: { chromium: 3, firefox: 3 } },
  {
    source: 'function f() {\n  return 1 + boom();\n}\nf();',
    line: 2,
    columns: { chromium: 14, firefox: 14 },
  },
  {
    source: 'const f = async () => {\n  await null;\n  boom();\n};\nawait f();',
    line: 3,
    columns: { chromium: 3, firefox: 3 },
  },
  { source: 'class A {\n  m() { boom(); }\n}\nnew A().m();', line: 2, columns: { chromium: 9, firefox: 9 } },
  {
    source: 'const x = { y: undefined };\nx.y.z;',
    line: 2,
    columns: { chromium: 5, firefox: 1 },
    messages: {
      chromium: "Cannot read properties of undefined (reading 'z')",
      firefox: 'can\'t access property "z", x.y is undefined',
    },
  },
  {
    source: 'let n = 3;\nn();',
    line: 2,
    columns: { chromium: 1, firefox: 1 },
    messages: { chromium: 'n is not a function', firefox: 'n is not a function' },
  },
  {
    source: 'let n;\nn.foo();',
    line: 2,
    columns: { chromium: 3, firefox: 1 },
    messages: {
      chromium: "Cannot read properties of undefined (reading 'foo')",
      firefox: 'can\'t access property "foo", n is undefined',
    },
  },
  {
    source: 'for (const i of [1]) {\n  if (i > 0) throw new Error("own");\n}',
    line: 2,
    columns: { chromium: 20, firefox: 20 },
  },
  { source: 'const n: number = 2; boom(n as number);', line: 1, columns: { chromium: 22, firefox: 22 } },
  { source: '[1, 2].map((v) => {\n  boom();\n});', line: 2, columns: { chromium: 3, firefox: 3 } },
];

/** The cell as the engines were given it; `console` and the like are the host's. */
export function compileCase({ source }: StackCase) {
  return compileCell(source, (name) => name in globalThis, stripTypes);
}
