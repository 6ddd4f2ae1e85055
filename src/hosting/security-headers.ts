/** What the built page may load: its own files and nothing else. Scripts may compile WebAssembly, not text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // The notebook's kernel runs in a frame of its own, without an origin and under its own policy.
  "frame-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page of the frame in which cells run. */
export const FRAME_FILE = 'sandbox.html';

/** Header name → value. */
export type Headers = Readonly<Record<string, string>>;

/** Headers for some paths of the build. Of two rules for the same path none has a header of the other's. */
export interface HeaderRule {
  /** From the build's folder on; a `*` at the end stands for anything. */
  readonly paths: readonly string[];
  readonly headers: Headers;
}

/** What no lab needs and no script of it shall ask for. */
const DENIED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

const EVERYWHERE: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * What a host should send with the build. The page's policy is also in the page itself; as a header it holds for the
 * app's workers too, and keeps the page out of other sites' frames. The frame's page has `framePolicy` and, opened by
 * itself, no origin either.
 */
export function headerRules(framePolicy: string): readonly HeaderRule[] {
  return [
    { paths: ['/*'], headers: EVERYWHERE },
    {
      paths: ['/', '/index.html', '/assets/*', '/service-worker.js'],
      headers: { 'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'` },
    },
    {
      paths: [`/${FRAME_FILE}`],
      headers: {
        'Content-Security-Policy': `${framePolicy}; sandbox allow-scripts; frame-ancestors 'self'`,
      },
    },
  ];
}

/** The headers for one path: '/assets/a.js'. */
export function headersOf(rules: readonly HeaderRule[], path: string): Headers {
  const matching = rules.filter(({ paths }) =>
    paths.some((pattern) =>
      pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
    ),
  );
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}
