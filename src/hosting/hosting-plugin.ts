import type { Plugin } from 'vite';
import { hostFiles } from './host-files.ts';
import { headerRules, headersOf, PAGE_POLICY } from './security-headers.ts';

/**
 * Puts the policy into the built page, where it holds on any host, writes the files from which hosts take their headers,
 * and sends the same headers from the preview server. The development server needs inline scripts, and has none of it.
 */
export function hosting({ framePolicy }: { readonly framePolicy: string }): Plugin {
  const rules = headerRules(framePolicy);
  return {
    name: 'hosting',
    apply: (_config, { command, isPreview }) => command === 'build' || isPreview === true,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
      { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostFiles(rules)))
        this.emitFile({ type: 'asset', fileName, source });
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*/, '');
        for (const [name, value] of Object.entries(headersOf(rules, path))) response.setHeader(name, value);
        next();
      });
    },
  };
}
