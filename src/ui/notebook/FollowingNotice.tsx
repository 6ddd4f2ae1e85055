import { editHere } from '../../lab/notebook/open-session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useNotebookState } from './notebook-context.ts';
import { stationTexts } from './station-texts.ts';

/** While another tab edits the notebook: says so, and offers to edit it here. */
export function FollowingNotice() {
  const texts = useMessages(stationTexts);
  const isEditable = useNotebookState((state) => state.isEditable);
  const id = useNotebookState((state) => state.id);
  if (isEditable) return null;
  return (
    <div className="notice notice-line" role="status">
      <span>{texts.following}</span>
      <button type="button" className="plain" onClick={() => void editHere(id)}>
        {texts.editHere}
      </button>
    </div>
  );
}
