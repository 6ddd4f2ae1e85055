// `npm run test:crash [-- N] [-- --built] [-- WORK...]`: kills a real browser with SIGKILL N times (100) at random moments
// of imports, training, promotions, materializations, restores and typing, and looks at what is left after each. Prints its
// figures; fails where more was lost than may be.
import { servePages } from '../serve-pages.ts';
import { killWhileTyping } from './kill-while-typing.ts';
import { killWhileWorking, WORKS } from './kill-while-working.ts';

const SEED = 20240131;
const LIMIT_MS = 300;
const TYPING = 'typing';

const words = process.argv.slice(2);
const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
const kinds = [...WORKS, TYPING].filter((kind) => words.includes(kind));
const wanted = kinds.length === 0 ? [...WORKS, TYPING] : kinds;
const kills = Math.ceil((numbers[0] ?? 100) / wanted.length);

const served = await servePages({
  outDir: 'node_modules/.cache/crash',
  beside: { crash: 'test/crash/lab-page' },
  isBuilt: words.includes('--built'),
});
const appUrl = served.url;
let nKills = 0;
let nViolations = 0;
const summary: string[] = [];
for (const [i, work] of WORKS.entries()) {
  if (!wanted.includes(work)) continue;
  const killed = await killWhileWorking({
    ...{ appUrl, work, kills, seed: SEED + i },
    onKill({ nDone, killedAfterMs, violations }, round) {
      console.log(`${work}, kill ${round}: after ${killedAfterMs.toFixed(0)} ms and ${nDone} steps`);
      for (const violation of violations) console.log(`    VIOLATION: ${violation}`);
    },
  });
  const found = killed.flatMap(({ violations }) => violations);
  const nDone = killed.reduce((sum, one) => sum + one.nDone, 0);
  tell(
    `${work}: ${killed.length} kills in ${nDone} steps, ${found.length} violations`,
    killed.length,
    found.length,
  );
}
if (wanted.includes(TYPING)) {
  const killed = await killWhileTyping(appUrl, kills, ({ nTyped, nLost, lostMs, isKept }, round) =>
    console.log(
      `kill ${round}: ${nTyped} keys typed, ${nLost} lost, the first ${lostMs.toFixed(0)} ms before${isKept ? '' : '; VIOLATION: some had been stored'}`,
    ),
  );
  const lost = killed.map(({ lostMs }) => lostMs).sort((a, b) => a - b);
  const bad = killed.filter(
    ({ isIntact, isKept, lostMs }) => !isIntact || !isKept || lostMs > LIMIT_MS,
  ).length;
  tell(
    `typing: ${killed.length} kills, lost at most ${lost.at(-1)?.toFixed(0)} ms of keys, median ${lost[Math.floor(lost.length / 2)]?.toFixed(0)} ms; ${bad} violations`,
    killed.length,
    bad,
  );
}
await served.close();
console.log(['', ...summary].join('\n'));
console.log(`${nKills} kills, ${nViolations} violations`);
process.exit(nViolations > 0 ? 1 : 0);

function tell(line: string, kills: number, violations: number): void {
  console.log(line);
  summary.push(line);
  nKills += kills;
  nViolations += violations;
}
