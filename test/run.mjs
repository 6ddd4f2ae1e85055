// `npm test`: types, lint, then every vitest project. Ends with one line that counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'streamflow-lab-'));
const report = join(reports, 'vitest.json');
const steps = [
  ['types', ['tsc', '-b']],
  ['lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

const failed = [];
for (const [name, command] of steps) {
  console.log(`\n── ${name}: ${command[0]}`);
  const { status } = spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}

const counts = readCounts();
rmSync(reports, { recursive: true });
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Types and lint count as one test each, so that a red one shows in the last line too. */
function readCounts() {
  const checks = { passed: 2, failed: 0, skipped: 0 };
  for (const name of failed) {
    if (name === 'tests') continue;
    checks.passed--;
    checks.failed++;
  }
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    checks.passed += numPassedTests;
    checks.failed += numFailedTests;
    checks.skipped += numPendingTests + numTodoTests;
    if (numFailedTests === 0 && failed.includes('tests')) checks.failed++;
  } catch {
    console.log('the tests wrote no report');
    checks.failed++;
  }
  return checks;
}
