/** The datasets that ship with the lab. */
export const SHIPPED_DATASETS = ['streamflow'] as const;

/**
 * The data that a link has a lesson start from: a dataset that ships with the lab; the months of the student's own free
 * lab, of which a copy is made; or something that this version of the lab does not know.
 */
export type LinkDataset =
  | { readonly kind: 'shipped'; readonly name: string }
  /** `digest` is the beginning of the digest of the teacher's months, by which equal ones are known. */
  | { readonly kind: 'free-lab'; readonly digest: string }
  | { readonly kind: 'unknown'; readonly name: string };

const DIGEST_CHARS = 12;

/** Reads the `dataset` of a link. */
export function readLinkDataset(name: string): LinkDataset {
  if (SHIPPED_DATASETS.some((shipped) => shipped === name)) return { kind: 'shipped', name };
  const [, digest] = /^free-lab:([0-9a-f]{12})$/.exec(name) ?? [];
  return digest === undefined ? { kind: 'unknown', name } : { kind: 'free-lab', digest };
}

/** The `dataset` of a link to months with this digest, see `readDatasetDigest`. */
export function freeLabDataset(digest: string): string {
  return `free-lab:${digest.slice(0, DIGEST_CHARS)}`;
}

/** Whether the months with this digest are those of the link; null stands for no months. */
export function areMonthsOf(wanted: string, digest: string | null): boolean {
  return digest?.slice(0, DIGEST_CHARS) === wanted;
}
