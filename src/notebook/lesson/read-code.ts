import type { Code } from './lesson.ts';
import type { ProblemList } from './lesson-problem.ts';
import { LIMITS } from './limits.ts';

/** Code and the options that stand above it, one a line: `//| says: uses the future`, as Quarto writes them. */
export interface CodeWithOptions {
  readonly code: Code;
  readonly options: Readonly<Record<string, string>>;
}

const OPTION = /^\/\/\|\s*([a-z]+):\s*(.*)$/;

/** Reads a block of code whose fence is at `fenceLine`; only options named in `known` are taken. */
export function readCode(
  content: string,
  fenceLine: number,
  { problems, known = [] }: { readonly problems: ProblemList; readonly known?: readonly string[] },
): CodeWithOptions {
  const lines = content.replace(/\n+$/, '').split('\n');
  const options: Record<string, string> = {};
  let first = 0;
  for (; first < lines.length; first++) {
    const [, key, value] = OPTION.exec(lines[first]!.trim()) ?? [];
    if (key === undefined) break;
    if (known.includes(key)) options[key] = value!.trim();
    else {
      problems.add(fenceLine + 1 + first, {
        code: 'unknown-option',
        message: `this block has no option '${key}'`,
        hint: known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`,
      });
    }
  }
  const source = lines.slice(first).join('\n');
  if (source.length > LIMITS.codeCharacters) {
    problems.add(fenceLine, {
      code: 'code-too-long',
      message: `the code has ${source.length} characters`,
      hint: `a block may have ${LIMITS.codeCharacters}: split it`,
    });
  }
  return { code: { source, line: fenceLine + 1 + first }, options };
}
