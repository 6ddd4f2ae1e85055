import { buildSingle } from './build-single.ts';

/** `npm run build:single`: writes the whole lab as one file beside the project's own. */
const FILE = 'streamflow-lab.html';

const bytes = await buildSingle(FILE);
console.log(`${FILE}: ${(bytes / 1_000_000).toFixed(2)} MB`);
