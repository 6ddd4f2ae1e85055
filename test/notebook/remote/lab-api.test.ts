// The façade's own tests once more, with the engine on the other side of a channel: cells see no difference.
import { readdirSync } from 'node:fs';
import { describe } from 'vitest';
import { reach } from '../lab-api/lab.ts';
import { connect } from './connect.ts';

const FOLDER = new URL('../lab-api/', import.meta.url);

reach.connect = (engine, datasets) => connect(engine, { datasets });

describe('across a channel', async () => {
  for (const name of readdirSync(FOLDER)) {
    if (name.endsWith('.test.ts')) await import(/* @vite-ignore */ `../lab-api/${name}`);
  }
});
