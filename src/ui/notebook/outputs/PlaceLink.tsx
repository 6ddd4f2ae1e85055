import type { SourcePlace } from '../../../notebook/document/output.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';
import type { OutputContext } from './output-context.ts';

/** A place in the student's own source; a press puts the caret there. */
export function PlaceLink({ place, cellLabel, onPlace }: OutputContext & { readonly place: SourcePlace }) {
  const texts = useMessages(notebookTexts);
  return (
    <button type="button" className="place-link" onClick={() => onPlace(place)}>
      {cellLabel(place.cellId)}, {texts.line(place.line)}
    </button>
  );
}
