// Runs before any script, on a fresh clone too: plain JavaScript that needs nothing but Node.
// Installs the locked packages when they are missing or not those of the lockfile.
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

if (!isInstalled()) {
  // To stderr, so that the output of `npm run --silent lab` stays the script's own.
  process.stderr.write('installing packages…\n');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: ['ignore', 2, 2] });
}

/** Whether every package that this computer needs is there in its locked version. */
function isInstalled() {
  const installed = packagesOf(join('node_modules', '.package-lock.json'));
  const wanted = packagesOf('package-lock.json');
  return (
    installed !== null &&
    wanted !== null &&
    Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === '') return true;
      return installed[path] === undefined ? optional === true : installed[path].version === version;
    })
  );
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return null;
  }
}
