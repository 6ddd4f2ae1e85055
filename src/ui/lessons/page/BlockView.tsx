import { memo, Suspense } from 'react';
import type { Block } from '../../../notebook/lesson/lesson.ts';
import { useTurn } from '../../use-turn.ts';
import { useLesson } from './lesson-context.ts';
import { LiveBlock } from './live-parts.ts';
import { Prose } from './Prose.tsx';
import { StillBlock } from './StillBlock.tsx';

/** A block of a lesson: readable at once, to work with as soon as the lesson is opened. */
export const BlockView = memo(function BlockView({ block }: { readonly block: Block }) {
  const { open } = useLesson();
  const isLive = useTurn(open !== null);
  if (block.kind === 'text') return <Prose html={block.markdown} />;
  if (!isLive || block.kind === 'python') return <StillBlock block={block} />;
  return (
    <Suspense fallback={<StillBlock block={block} />}>
      <LiveBlock block={block} />
    </Suspense>
  );
});
