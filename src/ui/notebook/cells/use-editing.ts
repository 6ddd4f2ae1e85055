import { useMemo } from 'react';
import type { CodeEditorProps } from '../editor/code-editor-props.ts';
import { runAndGoOn, runAndInsert } from '../notebook-commands.ts';
import { useNotebook } from '../notebook-context.ts';

/** What an editor of the cell does to the notebook. */
export function useEditing(
  cellId: string,
): Pick<CodeEditorProps, 'onEdit' | 'onChange' | 'onCommand' | 'onBlur'> {
  const notebook = useNotebook();
  return useMemo(() => {
    const { session, view } = notebook;
    return {
      onEdit: (caret) => view.edit(cellId, caret),
      onChange: (source) => session.edit(cellId, source),
      onBlur() {
        session.leave(cellId);
        const { activeId, mode } = view.state.getState();
        if (activeId === cellId && mode === 'edit') view.leave(true);
      },
      onCommand(command) {
        session.leave(cellId);
        if (command === 'leave') view.leave();
        // Running a cell again and again while changing it is the usual way to work: the caret stays.
        if (command === 'run') void session.run([cellId]);
        if (command === 'run-and-next') runAndGoOn(notebook, cellId);
        if (command === 'run-and-insert') runAndInsert(notebook, cellId);
        if (command === 'find') view.find(true);
        if (command === 'stop') void session.stop();
      },
    };
  }, [notebook, cellId]);
}
