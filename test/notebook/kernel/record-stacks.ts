// Asks the real engines what their stacks look like, for stack-frames.test.ts: `tsx test/notebook/kernel/record-stacks.ts`.
import { writeFile } from 'node:fs/promises';
import { chromiumEngine } from '../../engines/chromium.ts';
import { firefoxEngine } from '../../engines/firefox.ts';
import { webkitEngine } from '../../engines/webkit.ts';
import { compileCase, STACK_CASES } from './stack-cases.ts';

/** What an engine said of a cell that failed. */
interface Recorded {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

const cells = STACK_CASES.map((found) => compileCase(found)).map(({ code, parameters }) => ({
  code,
  parameters,
}));

// A variable as the kernel has it, as far as these cells need it.
const script = `
  const variable = (name) => ({
    v: name === 'boom' ? () => { throw new RangeError('boom'); } : undefined,
    set l(value) { this.v = value; },
    set c(value) { this.v = value; },
  });
  const runtime = { n() {}, s() {}, d() {}, a: (value) => value };
  const answers = [];
  for (const [i, { code, parameters }] of ${JSON.stringify(cells)}.entries()) {
    try {
      const run = (0, eval)(code + '\\n//# sourceURL=notebook-cell-' + (i + 1) + '.js');
      await run(runtime, ...parameters.map(variable));
      answers.push(null);
    } catch (error) {
      const stack = error.stack.split('\\n').slice(0, 12).join('\\n');
      answers.push({ name: error.name, message: error.message, stack });
    }
  }
  return answers;`;

const recorded: Record<string, (Recorded | null)[]> = {};
for (const engine of [chromiumEngine, firefoxEngine, webkitEngine]) {
  if (engine.missing() !== null) continue;
  const page = await engine.open('about:blank');
  recorded[engine.name] = await page.evaluate<(Recorded | null)[]>(script);
  await page.close();
}
await writeFile(new URL('recorded-stacks.json', import.meta.url), `${JSON.stringify(recorded, null, 2)}\n`);
process.exit(0);
