/** One file of the build, by its address relative to the page's folder; the page itself is './'. */
export interface PrecachedFile {
  readonly url: string;
  /** SHA-256 of the content, as `fetch` takes it: 'sha256-' and base64. */
  readonly integrity: string;
  readonly bytes: number;
  /** A document for code that is not ours: it is always answered with a policy that gives it an origin of its own. */
  readonly isSandboxed: boolean;
}

/** Everything that one version of the app is made of. */
export interface PrecacheList {
  /** Names the version: a digest of all files. */
  readonly version: string;
  readonly files: readonly PrecachedFile[];
}
