import type { Selected } from '../notebook-view.ts';
import type { CodeLines } from './code-lines.ts';
import type { EditorCommand } from './editor-keys.ts';

/** What an editor of a cell shows and tells. */
export interface CodeEditorProps {
  readonly cellId: string;
  readonly source: string;
  readonly language: 'typescript' | 'markdown';
  /** The source's lines where they were coloured before. */
  readonly painted?: CodeLines | null;
  /** What is edited, for those who cannot see it. */
  readonly label: string;
  readonly isEditing: boolean;
  readonly caret: Selected | null;
  /** Where the last run failed, from 1; `message` is shown there. */
  readonly failure: {
    readonly line: number;
    readonly column: number | null;
    readonly message: string;
  } | null;
  /** The text was pressed: it wants to be edited from there. */
  readonly onEdit: (caret: Selected | null) => void;
  readonly onChange: (source: string) => void;
  readonly onCommand: (command: EditorCommand) => void;
  /** The focus went elsewhere. */
  readonly onBlur: () => void;
}
