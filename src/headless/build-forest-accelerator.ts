import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = 'src/core/training/forest/accelerator';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Compiles the forest accelerator's AssemblyScript; the same source gives the same bytes. */
export async function compileForestAccelerator(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      ...[`${folder}/assembly/index.ts`, '--baseDir', root, '--outFile', 'forest.wasm'],
      ...['--runtime', 'stub', '--enable', 'simd', '-O3', '--converge', '--noAssert'],
    ],
    {
      writeFile: (_name: string, contents: Uint8Array | string) => {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error !== null || binary === null) throw new Error(`assemblyscript: ${error?.message}\n${stderr}`);
  return binary;
}

/** Writes the compiled accelerator as the module that core imports: `tsx src/headless/build-forest-accelerator.ts`. */
export async function writeForestAccelerator(): Promise<void> {
  const base64 = Buffer.from(await compileForestAccelerator()).toString('base64');
  const lines = [
    '/** The compiled accelerator, in base64. Generated from ./assembly by src/headless/build-forest-accelerator.ts. */',
    `export const forestAcceleratorBase64 =\n  '${base64}';`,
  ];
  await writeFile(`${root}${folder}/forest-accelerator.generated.ts`, `${lines.join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeForestAccelerator();
