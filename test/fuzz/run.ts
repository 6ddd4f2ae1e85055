import { parseArgs } from 'node:util';
import { fuzzFiles } from './fuzz-files.ts';

/** `npm run fuzz -- --files N --seed N`: more damaged files than `npm test` has time for; other ones with each seed. */
const { values } = parseArgs({
  options: { files: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const report = await fuzzFiles({
  nFiles: Number(values.files),
  seed: Number(values.seed),
  onCount: (line) => console.log(line),
});
for (const fault of report.faults) console.log(`fault: ${fault}`);
// The channel on which tabs tell each other of changes would keep the process.
process.exit(report.faults.length > 0 ? 1 : 0);
