import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';

const SUFFIX = '?script';

/** What danfojs asks for and nobody needs behind the wall: plots, spreadsheets and CSV files by URL. */
const LEFT_OUT = ['plotly.js-dist-min', 'xlsx', 'papaparse'];

const NOTHING = fileURLToPath(new URL('nothing.ts', import.meta.url));

/** In one script, what is imported when it is needed is there already. */
const NO_PRELOADS: Plugin = {
  name: 'no-preloads',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/**
 * Gives `import text from './file.ts?script'` as the text of one classic script: the file with all that it imports,
 * minified, in a function of its own. Where code may be fetched from nowhere, as behind the notebook's wall, it is handed
 * over as text. What the file exports by default is the value of the variable `part` that the script declares.
 */
export function classicScripts(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'classic-scripts',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: {
      filter: { id: /\?script$/ },
      async handler(id, importer) {
        const file = await this.resolve(id.slice(0, -SUFFIX.length), importer, { skipSelf: true });
        return file && `${file.id}${SUFFIX}`;
      },
    },
    load: {
      filter: { id: /\?script$/ },
      async handler(id) {
        const { text, files } = await bundleScript(id.slice(0, -SUFFIX.length), config);
        for (const file of files) this.addWatchFile(file);
        return `export default ${JSON.stringify(text)};`;
      },
    },
  };
}

/** One file and its imports as a classic script, and the files that went into it. */
export async function bundleScript(
  entry: string,
  { root }: Pick<ResolvedConfig, 'root'>,
): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: LEFT_OUT.map((find) => ({ find, replacement: NOTHING })) },
    plugins: [classicScripts(), NO_PRELOADS],
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'exports-only',
        output: {
          format: 'iife',
          name: 'part',
          exports: 'auto',
          strict: true,
          keepNames: true,
          codeSplitting: false,
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) =>
    'output' in built ? built.output : [],
  );
  const chunks = outputs.flatMap((output) => (output.type === 'chunk' ? [output] : []));
  const [chunk] = chunks;
  if (chunk === undefined || outputs.length > 1) {
    throw new Error(`${entry} became ${outputs.map(({ fileName }) => fileName).join(', ')}: not one script`);
  }
  return { text: chunk.code, files: chunk.moduleIds.filter((file) => !file.startsWith('\0')) };
}
