import type { Plugin } from 'vite';

/** Names the chunk of the app in the page, so that it is fetched with the small one that starts it, and not after it. */
export function preloadApp(chunkName: string): Plugin {
  return {
    name: 'preload-app',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === chunkName);
        // Pages of tests are built the same way and have no app in them.
        if (app === undefined) return [];
        return [
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${app.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
