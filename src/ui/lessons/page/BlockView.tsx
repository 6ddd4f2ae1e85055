import { lazy, Suspense } from 'react';
import type { Block } from '../../../notebook/lesson/lesson.ts';
import { useLesson } from './lesson-context.ts';
import { Prose } from './Prose.tsx';
import { StillBlock } from './StillBlock.tsx';

// What one works with, its editor and outputs come after the text.
const LiveBlock = lazy(async () => ({ default: (await import('../live/LiveBlock.tsx')).LiveBlock }));

/** A block of a lesson: readable at once, to work with as soon as the lesson is opened. */
export function BlockView({ block }: { readonly block: Block }) {
  const { open } = useLesson();
  if (block.kind === 'text') return <Prose html={block.markdown} />;
  if (open === null || block.kind === 'python') return <StillBlock block={block} />;
  return (
    <Suspense fallback={<StillBlock block={block} />}>
      <LiveBlock block={block} />
    </Suspense>
  );
}
