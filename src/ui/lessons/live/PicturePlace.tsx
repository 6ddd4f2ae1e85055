import type { PictureBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { showPicture } from '../bench/bench-state.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { InlineProse } from '../page/Prose.tsx';

/** Where the text speaks of a picture: its caption, and the way to it on the bench. */
export function PicturePlace({ block }: { readonly block: PictureBlock }) {
  const texts = useMessages(lessonTexts);
  return (
    <div className="picture-place">
      <p>
        <InlineProse html={block.picture.caption} />
      </p>
      <button type="button" className="quiet" onClick={() => showPicture(block.id)}>
        {texts.showPicture}
      </button>
    </div>
  );
}
