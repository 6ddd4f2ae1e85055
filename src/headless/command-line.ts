import { quote, ValueError } from '../core/errors.ts';

/** One month of course-format files to import before the file runs. */
export interface MonthArgument {
  readonly folder: string;
  readonly asOf: string;
}

/** What `npm run lab -- …` was asked to do. */
export interface CommandLine {
  readonly file: string;
  readonly months: readonly MonthArgument[];
  /** Where a notebook that was run is written, with its outputs; null for nowhere. */
  readonly out: string | null;
  /** What the file finds in `args`. */
  readonly args: readonly string[];
}

const USAGE =
  'usage: npm run --silent lab -- FILE [--data FOLDER --as-of DATE]... [--out FILE] [ARG...]; FILE is a script (.js, .ts) or a notebook (.md, .ipynb), which alone takes --out';

/** Whether a file is a notebook, by its name; anything else is a script. */
export function isNotebookFile(file: string): boolean {
  return /\.(md|ipynb)$/i.test(file);
}

/** Reads the words of the usage; a `ValueError` with the usage for anything else. */
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
  return { file, months, ...(isNotebookFile(file) ? takeOut(args) : { out: null, args }) };
}

/** `--out FILE` out of a notebook's arguments; a script's arguments are its own, whatever they say. */
function takeOut(args: readonly string[]): Pick<CommandLine, 'out' | 'args'> {
  const at = args.indexOf('--out');
  if (at < 0) return { out: null, args };
  const out = args[at + 1];
  if (out === undefined || !isNotebookFile(out)) {
    throw new ValueError(
      `--out ${quote(out ?? '')} names no notebook`,
      `give a .md or .ipynb file; ${USAGE}`,
    );
  }
  return { out, args: args.toSpliced(at, 2) };
}
