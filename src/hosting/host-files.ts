import { FRAME_FILE, type HeaderRule, headersOf } from './security-headers.ts';

/** What hosts read for their headers: file name → text. In the build's folder, so that each host finds its own. */
export function hostFiles(rules: readonly HeaderRule[]): Readonly<Record<string, string>> {
  return {
    _headers: netlifyHeaders(rules),
    '.htaccess': apacheHeaders(rules),
    'hosting/nginx.conf': nginxHeaders(rules),
    'hosting/vercel.json': jsonRules(rules, { any: '(.*)' }, (headers) => ({ headers })),
    'hosting/firebase.json': jsonRules(rules, { any: '**' }, (headers) => ({
      hosting: { public: '.', headers },
    })),
  };
}

/** Whether a file of the build is for its host alone: never fetched by a page. */
export function isHostFile(path: string): boolean {
  return path === '_headers' || path === '.htaccess' || path.startsWith('hosting/');
}

/** Netlify and Cloudflare Pages: the build at the root of a site. */
function netlifyHeaders(rules: readonly HeaderRule[]): string {
  const blocks = rules.flatMap(({ paths, headers }) =>
    paths.map((path) => [path, ...linesOf(headers, (name, value) => `  ${name}: ${value}`)].join('\n')),
  );
  return `${blocks.join('\n')}\n`;
}

/** Apache with mod_headers: the build in any folder. Types that older servers lack are told, as nothing may be guessed. */
function apacheHeaders(rules: readonly HeaderRule[]): string {
  const set = (path: string) => linesOf(headersOf(rules, path), (n, v) => `  Header always set ${n} "${v}"`);
  const frame = linesOf(policyOf(rules, `/${FRAME_FILE}`), (n, v) => `    Header always set ${n} "${v}"`);
  return [
    'AddType text/javascript .js',
    'AddType application/wasm .wasm',
    'AddType application/manifest+json .webmanifest',
    '<IfModule mod_headers.c>',
    ...set('/index.html'),
    `  <Files "${FRAME_FILE}">`,
    ...frame,
    '  </Files>',
    '</IfModule>',
    '',
  ].join('\n');
}

/** nginx: two parts of the configuration. A `location` with a header of its own inherits none, so all stand in one place. */
function nginxHeaders(rules: readonly HeaderRule[]): string {
  const policy = (path: string): string => policyOf(rules, path)['Content-Security-Policy']!;
  const others = Object.entries(headersOf(rules, '/any'));
  return [
    '# In the http block:',
    'map $uri $lab_policy {',
    `  ~/${FRAME_FILE.replace('.', '\\.')}$ "${policy(`/${FRAME_FILE}`)}";`,
    `  default "${policy('/index.html')}";`,
    '}',
    '',
    '# In the location that serves the folder:',
    ...others.map(([name, value]) => `add_header ${name} "${value}" always;`),
    'add_header Content-Security-Policy $lab_policy always;',
    '',
  ].join('\n');
}

function jsonRules(
  rules: readonly HeaderRule[],
  { any }: { readonly any: string },
  wrap: (headers: readonly object[]) => object,
): string {
  const headers = rules.flatMap((rule) =>
    rule.paths.map((path) => ({
      source: path.replace(/\*$/, any),
      headers: Object.entries(rule.headers).map(([key, value]) => ({ key, value })),
    })),
  );
  return `${JSON.stringify(wrap(headers), null, 2)}\n`;
}

function policyOf(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  return { 'Content-Security-Policy': headersOf(rules, path)['Content-Security-Policy']! };
}

function linesOf(
  headers: Readonly<Record<string, string>>,
  line: (name: string, value: string) => string,
): string[] {
  return Object.entries(headers).map(([name, value]) => line(name, value));
}
