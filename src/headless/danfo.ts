import { createRequire } from 'node:module';
import type { Danfo } from '../notebook/lab-api/danfo.ts';

/** danfojs without its plotting half (which wants a page), loaded when a script first asks for a DataFrame. */
export function loadDanfo(): Danfo {
  const require = createRequire(import.meta.url);
  // By path: the package's `exports` name only the half with plots.
  return require('../../node_modules/danfojs/dist/danfojs-base/index.js') as Danfo;
}
