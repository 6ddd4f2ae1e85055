// A page with a kernel and nothing else, as one global object.
import { openBrowserLab } from '../../../src/lab/open-browser-lab.ts';
import { openLabDatabase } from '../../../src/lab/storage/open-lab-database.ts';
import { streamflowFiles } from '../../../src/lab/streamflow-files.ts';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import { createKernelClient } from '../../../src/sandbox/kernel-client.ts';

const { engine } = await openBrowserLab({
  database: await openLabDatabase('wall'),
  codeVersion: 'test',
});
const states: string[] = [];
const client = createKernelClient({
  engine,
  datasets: { streamflow: streamflowFiles },
  codeVersion: 'test',
  user: 'student',
  onState: (state) => void states.push(`${Math.round(performance.now())} ${state}`),
});

const page = {
  client,
  states,
  async run(source: string) {
    const outputs: CellOutput[] = [];
    let progress = 0;
    const started = performance.now();
    const ended = await client.run(
      { cellId: 'cell', source },
      { onOutput: (output) => void outputs.push(output), onProgress: () => void progress++ },
    );
    return { ...ended, outputs, progress, ms: performance.now() - started };
  },
};

Object.assign(globalThis, { page });
