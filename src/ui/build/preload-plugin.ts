import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What the page is sure to need, and would otherwise learn of late. */
export interface Preloads {
  /** Name of a chunk that the page's own script asks for. */
  readonly chunk: string;
  /** Names of fonts that the text is set in: where they come after it, it is set twice. */
  readonly fonts: readonly string[];
}

/** Names in the built page what it is sure to need, so that it is fetched with the script that starts it, and not after. */
export function preloads({ chunk, fonts }: Preloads): Plugin {
  return {
    name: 'preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const tags = Object.values(bundle).flatMap((file): HtmlTagDescriptor[] => {
          const link = { crossorigin: true, href: `./${file.fileName}` };
          if (file.type === 'chunk')
            return file.name === chunk ? [tagOf({ rel: 'modulepreload', ...link })] : [];
          const isFont = file.names.some((name) => fonts.includes(name));
          return isFont ? [tagOf({ rel: 'preload', as: 'font', type: 'font/woff2', ...link })] : [];
        });
        return tags;
      },
    },
  };
}

function tagOf(attrs: NonNullable<HtmlTagDescriptor['attrs']>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' };
}
