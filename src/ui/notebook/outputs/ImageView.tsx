import type { ImageOutput } from '../../../notebook/document/output.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';

/** A picture of an imported notebook. As an image it runs nothing and fetches nothing, an SVG neither. */
export function ImageView({ output: { mimeType, data } }: { readonly output: ImageOutput }) {
  const texts = useMessages(notebookTexts);
  const address =
    mimeType === 'image/svg+xml'
      ? `data:${mimeType};charset=utf-8,${encodeURIComponent(data)}`
      : `data:${mimeType};base64,${data}`;
  return <img className="image-output" src={address} alt={texts.picture} />;
}
