import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = 'src/core/training/forest/accelerator';
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Compiles the forest accelerator's AssemblyScript; the same source gives the same bytes. By the compiler's command:
 * the types of its module declare globals of their own, such as another `console`.
 */
export async function compileForestAccelerator(): Promise<Uint8Array> {
  const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
  const output = await mkdtemp(join(tmpdir(), 'accelerator-'));
  try {
    const outFile = join(output, 'forest.wasm');
    execFileSync(
      process.execPath,
      [
        ...[compiler, `${folder}/assembly/index.ts`, '--outFile', outFile],
        ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--converge', '--noAssert'],
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return await readFile(outFile);
  } finally {
    await rm(output, { recursive: true });
  }
}

/** Writes the compiled accelerator as the module that core imports: `tsx src/headless/build-forest-accelerator.ts`. */
async function writeForestAccelerator(): Promise<void> {
  const base64 = Buffer.from(await compileForestAccelerator()).toString('base64');
  const lines = [
    '/** The compiled accelerator, in base64. Generated from ./assembly by src/headless/build-forest-accelerator.ts. */',
    `export const forestAcceleratorBase64 =\n  '${base64}';`,
  ];
  await writeFile(`${root}${folder}/forest-accelerator.generated.ts`, `${lines.join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeForestAccelerator();
