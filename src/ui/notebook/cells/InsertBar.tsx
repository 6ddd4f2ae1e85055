import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { Icon } from '../parts/Icon.tsx';

/** A place between cells where a new one can be put; the last one is always seen. */
export function InsertBar({ at, isLast = false }: { readonly at: number; readonly isLast?: boolean }) {
  const texts = useMessages(notebookTexts);
  const { session, view } = useNotebook();
  const insert = (kind: 'code' | 'markdown'): void => view.edit(session.insert(at, kind));
  // Between cells the keys A and B do the same: only the last bar is in the order of Tab.
  const tabIndex = isLast ? 0 : -1;
  return (
    <div className="insert-bar" data-last={isLast}>
      <button type="button" tabIndex={tabIndex} onClick={() => insert('code')}>
        <Icon name="plus" /> {texts.code}
      </button>
      <button type="button" tabIndex={tabIndex} onClick={() => insert('markdown')}>
        <Icon name="plus" /> {texts.text}
      </button>
    </div>
  );
}
