import { servePages } from '../serve-pages.ts';
import { auditPage, type PageAudit, type Preset, TIMED_CATEGORY } from './audit-page.ts';

/**
 * `npm run lighthouse`: builds the app, serves it and prints Lighthouse's scores of a lesson's page, on a phone and on a
 * computer, as the median of five visits. Fails where a category is below 95. `-- ADDRESS` audits another page.
 */
const [address = '/lessons/point-in-time-joins'] = process.argv.slice(2);
const LEAST = 95;
const N_VISITS = 5;

const app = await servePages({ outDir: 'node_modules/.cache/lighthouse', beside: {}, isBuilt: false });
const below: string[] = [];
try {
  for (const preset of ['mobile', 'desktop'] satisfies Preset[]) {
    const audits: PageAudit[] = [];
    for (let n = 0; n < N_VISITS; n++) audits.push(await auditPage(`${app.url}#${address}`, preset));
    console.log(`\n${preset}, ${address}`);
    for (const category of Object.keys(audits[0]!.scores)) {
      const visits = audits.map(({ scores }) => scores[category]!);
      const score = visits.toSorted((a, b) => a - b)[Math.floor(N_VISITS / 2)]!;
      console.log(`  ${String(score).padStart(3)}  ${category}  (${visits.join(', ')})`);
      if (score < LEAST) below.push(`${category} on ${preset}: ${score}`);
    }
    for (const finding of new Set(audits.flatMap(({ findings }) => findings)))
      console.log(`       ${finding}`);
  }
} finally {
  await app.close();
}
if (below.length > 0) {
  console.log(`\nbelow ${LEAST}: ${below.join('; ')}`);
  if (below.some((line) => line.startsWith(TIMED_CATEGORY)))
    console.log(`${TIMED_CATEGORY} is timed: a busy machine scores lower`);
  process.exitCode = 1;
}
