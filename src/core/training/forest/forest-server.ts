import { createGrower, type TreeGrower } from './create-grower.ts';
import type { GrowTask } from './grow-task.ts';
import { concatTrees, type GrownTrees } from './grown-trees.ts';

/** What a forest's worker is asked: first the task once, then trees by seed, finally to let go of the task. */
export type ForestRequest =
  | { readonly kind: 'begin'; readonly task: GrowTask }
  | { readonly kind: 'grow'; readonly seeds: Int32Array }
  | { readonly kind: 'end' };

/** What it answers: a note after each tree, then the trees of the request, in its order. */
export type ForestReply =
  | { readonly kind: 'tree' }
  | { readonly kind: 'grown'; readonly trees: GrownTrees }
  | { readonly kind: 'failed'; readonly message: string };

/** Posts a reply; the buffers in `transfer` move instead of being copied. */
export type PostReply = (reply: ForestReply, transfer: ArrayBuffer[]) => void;

/**
 * The whole of a forest worker, in a page's worker and in a thread of Node alike: answers each request by `post`.
 * Requests are handled in the order they come.
 */
export function createForestServer(post: PostReply): (request: ForestRequest) => Promise<void> {
  let grower: Promise<TreeGrower> | null = null;
  return async (request) => {
    try {
      if (request.kind === 'begin') grower = createGrower(request.task);
      else if (request.kind === 'end') grower = null;
      else postTrees(await grower!, request.seeds, post);
    } catch (error) {
      post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

function postTrees(growTree: TreeGrower, seeds: Int32Array, post: PostReply): void {
  const parts = Array.from(seeds, (seed) => {
    const tree = growTree(seed);
    post({ kind: 'tree' }, []);
    return tree;
  });
  const trees = concatTrees(parts);
  post({ kind: 'grown', trees }, buffersOf(trees));
}

function buffersOf(trees: GrownTrees): ArrayBuffer[] {
  const arrays = Object.values(trees).filter((field) => ArrayBuffer.isView(field));
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
