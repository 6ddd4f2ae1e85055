import type { Block } from '../../../notebook/lesson/lesson.ts';
import { useIsOurs } from '../page/lesson-context.ts';
import { StillBlock } from '../page/StillBlock.tsx';
import { ExampleView } from './ExampleView.tsx';
import { ExerciseView } from './ExerciseView.tsx';
import { PicturePlace } from './PicturePlace.tsx';
import { QuestionView } from './QuestionView.tsx';
import { SetupView } from './SetupView.tsx';
import { ValuesView } from './ValuesView.tsx';
import './live.css';

/** A block of an opened lesson, to work with. */
export function LiveBlock({ block }: { readonly block: Exclude<Block, { kind: 'text' }> }) {
  const isOurs = useIsOurs();
  return (
    // What another tab works on can be read here, and no more.
    <div className="live-block" inert={!isOurs}>
      <BlockWork block={block} />
    </div>
  );
}

function BlockWork({ block }: { readonly block: Exclude<Block, { kind: 'text' }> }) {
  switch (block.kind) {
    case 'example':
      return <ExampleView block={block} />;
    case 'exercise':
      return <ExerciseView block={block} />;
    case 'question':
      return <QuestionView block={block} />;
    case 'values':
      return <ValuesView block={block} />;
    case 'setup':
      return <SetupView block={block} />;
    case 'picture':
      return <PicturePlace block={block} />;
    case 'python':
      return <StillBlock block={block} />;
  }
}
