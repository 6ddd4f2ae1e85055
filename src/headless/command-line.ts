import { quote, ValueError } from '../core/errors.ts';

/** One month of course-format files to import before the script runs. */
export interface MonthArgument {
  readonly folder: string;
  readonly asOf: string;
}

/** What `npm run lab -- …` was asked to do. */
export interface CommandLine {
  readonly file: string;
  readonly months: readonly MonthArgument[];
  /** What the script finds in `args`. */
  readonly args: readonly string[];
}

const USAGE = 'usage: npm run --silent lab -- FILE.js [--data FOLDER --as-of DATE]... [ARG...]';

/** Reads `FILE [--data FOLDER --as-of DATE]... [ARG...]`; a `ValueError` with the usage for anything else. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const months: MonthArgument[] = [];
  const rest: string[] = [];
  const words = argv.flatMap((word) => {
    const [, flag, value] = /^(--data|--as-of)=(.*)$/s.exec(word) ?? [];
    return flag === undefined ? [word] : [flag, value!];
  });
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--as-of')
      throw new ValueError('--as-of stands alone', `it follows --data FOLDER; ${USAGE}`);
    if (word !== '--data') {
      rest.push(word);
      continue;
    }
    const [folder, flag, asOf] = words.slice(i + 1, i + 4);
    if (folder === undefined || flag !== '--as-of' || asOf === undefined) {
      throw new ValueError(`--data ${quote(folder ?? '')} has no --as-of DATE after it`, USAGE);
    }
    months.push({ folder, asOf });
    i += 3;
  }
  const [file, ...args] = rest;
  if (file === undefined) throw new ValueError('no script given', USAGE);
  return { file, months, args };
}
