// `npm run bench`: our own times beside those of the Python stack, measured in one run on one machine. Where there
// is no python3, prints our times and says what was not compared. Names restrict the run, e.g. `npm run bench join`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './bench-row.ts';
import { benchBrowser } from './browser.bench.ts';
import { benchForest } from './forest.bench.ts';
import { benchIngest } from './ingest.bench.ts';
import { benchJoin } from './join.bench.ts';
import { benchNotebook } from './notebook.bench.ts';
import { benchServing } from './serving.bench.ts';
import { benchStop } from './stop.bench.ts';

const REFERENCES = ['scikit-learn==1.7.2', 'pandas==2.3.3', 'pyarrow==21.0.0'];
const BENCHES: Record<string, (python: string | null) => Promise<BenchRow[]>> = {
  forest: benchForest,
  join: benchJoin,
  ingest: benchIngest,
  serving: benchServing,
  browser: benchBrowser,
  stop: benchStop,
  notebook: benchNotebook,
};

const names = process.argv.slice(2);
const python = findPython();
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(python === null ? 'no python3: nothing is compared' : versionsOf(python));
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`no bench '${name}'; known: ${Object.keys(BENCHES).join(', ')}`);
  console.log(`\n${name}`);
  for (const row of await bench(python)) console.log(describe(row));
}

/** The Python of a virtual environment with the references, made on first use; null where there is no python3. */
function findPython(): string | null {
  const folder = join(fileURLToPath(new URL('../..', import.meta.url)), '.venv', 'bench');
  const path = join(folder, 'bin', 'python');
  if (existsSync(path)) return path;
  try {
    execFileSync('python3', ['-m', 'venv', folder]);
    console.log(`making a virtual environment with ${REFERENCES.join(', ')}`);
    execFileSync(path, ['-m', 'pip', 'install', '--quiet', ...REFERENCES], { stdio: 'inherit' });
    return path;
  } catch {
    return null;
  }
}

function versionsOf(path: string): string {
  const script =
    'import sys, sklearn, pandas, numpy; print(f"python {sys.version.split()[0]}, scikit-learn {sklearn.__version__}, pandas {pandas.__version__}, numpy {numpy.__version__}")';
  return execFileSync(path, ['-c', script], { encoding: 'utf8' }).trim();
}

function describe({ name, oursMs, referenceMs, ratio, target, note }: BenchRow): string {
  const ours = `${name.padEnd(58)} ${format(oursMs).padStart(10)} ms`;
  const compared =
    referenceMs === null ? 'not compared'.padStart(26) : `reference ${format(referenceMs).padStart(10)} ms`;
  const verdict =
    ratio === null || target === null
      ? ''
      : `  ratio ${ratio.toFixed(3)} (target ≤ ${target}) ${ratio <= target ? 'met' : 'MISSED'}`;
  return `${ours}  ${compared}${verdict}${note === null || note === '' ? '' : `  ${note}`}`;
}

function format(ms: number): string {
  return ms < 10 ? ms.toFixed(3) : ms.toFixed(0);
}
