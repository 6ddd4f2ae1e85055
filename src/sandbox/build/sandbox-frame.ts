import { fileURLToPath } from 'node:url';
import type { Plugin, ResolvedConfig } from 'vite';
import { bundleScript } from './classic-scripts.ts';

/** Where the app finds the frame, beside its own page. */
const FILE_NAME = 'sandbox.html';

/** The one script of the frame: ours, small, and never a student's. */
const SHIM = fileURLToPath(new URL('../frame/shim.ts', import.meta.url));

/** Nothing may be fetched from inside; scripts may compile text, and workers start from what the frame holds. */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; connect-src 'none'";

/** Adds the frame in which students' code runs, as a page of its own: inline and classic, as it has no origin to load from. */
export function sandboxFrame(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'sandbox-frame',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.url?.split('?')[0] !== `${config.base}${FILE_NAME}`) return next();
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(await frameDocument(config));
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: await frameDocument(config) });
    },
  };
}

async function frameDocument(config: ResolvedConfig): Promise<string> {
  const { text } = await bundleScript(SHIM, config);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}">
<title>Notebook kernel</title>
<script>${text.replaceAll('</', '<\\/')}</script>
</html>
`;
}
