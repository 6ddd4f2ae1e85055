// `npm run parity`: runs the reference scripts on the real packages, each set in a virtual environment of its
// own, and compares what they write with the committed files. `--write` replaces them; names restrict the run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SKLEARN = ['scikit-learn==1.7.2', 'numpy==2.4.6', 'pandas==2.3.3'];
const FEAST = ['feast==0.56.0', 'setuptools<81'];
const MLFLOW = ['mlflow==2.16.0', 'sqlalchemy==2.0.36', 'sqlparse==0.5.1', 'pandas==2.3.3', 'setuptools<81'];
const MONITORING = ['evidently==0.7.15', 'numpy==2.4.6', 'pandas==2.3.3', 'scipy==1.17.1'];
const API = ['prometheus-client==0.23.1', 'fastapi==0.165.0', 'pydantic==2.14.3', 'httpx==0.28.1'];

/** Vector file → packages its script needs. The script is `python/<name with underscores>_vectors.py`. */
const VECTORS: Record<string, readonly string[]> = {
  splits: SKLEARN,
  forests: SKLEARN,
  metrics: SKLEARN,
  logistic: SKLEARN,
  dummy: SKLEARN,
  transformers: SKLEARN,
  mlp: SKLEARN,
  'course-pipeline': SKLEARN,
  'point-in-time': FEAST,
  registry: MLFLOW,
  drift: MONITORING,
  prometheus: API,
  streamflow: ['pyarrow==21.0.0', ...SKLEARN],
  course: ['pyarrow==21.0.0', ...SKLEARN],
};

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const write = process.argv.includes('--write');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const different = (names.length > 0 ? names : Object.keys(VECTORS)).filter((name) => !regenerate(name));
if (different.length > 0) {
  console.log(`different: ${different.join(', ')}`);
  process.exitCode = 1;
}

function regenerate(name: string): boolean {
  const packages = VECTORS[name];
  if (packages === undefined)
    throw new Error(`no vectors '${name}'; known: ${Object.keys(VECTORS).join(', ')}`);
  const committed = join(here, 'vectors', `${name}.json`);
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  const fresh = join(folder, 'fresh.json');
  const script = join(here, 'python', `${name.replaceAll('-', '_')}_vectors.py`);
  // Without -B, Python would keep compiled modules beside the scripts.
  execFileSync(environment(packages), ['-B', script, fresh], { stdio: 'inherit', cwd: folder });
  if (!existsSync(fresh)) {
    rmSync(folder, { recursive: true });
    console.log(`${name}: skipped, the script wrote nothing`);
    return true;
  }
  const same = existsSync(committed) && readFileSync(fresh).equals(readFileSync(committed));
  if (write) writeFileSync(committed, readFileSync(fresh));
  rmSync(folder, { recursive: true });
  console.log(`${name}: ${same ? 'equal' : write ? 'written' : 'different'} (${packages[0]})`);
  return same || write;
}

/** The Python of a virtual environment with `packages`, made on first use under .venv/. */
function environment(packages: readonly string[]): string {
  const folder = join(root, '.venv', packages[0]!.replaceAll('==', '-'));
  const python = join(folder, 'bin', 'python');
  if (!existsSync(python)) {
    mkdirSync(folder, { recursive: true });
    console.log(`making a virtual environment with ${packages.join(', ')}`);
    execFileSync('python3', ['-m', 'venv', folder]);
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' });
  }
  return python;
}
