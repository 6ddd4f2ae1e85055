import type { NotebookSession } from '../../../../lab/notebook/notebook-session.ts';
import type { Selected } from '../../notebook-view.ts';
import type { CodeEditorProps } from '../code-editor-props.ts';
import type { EditorCommand } from '../editor-keys.ts';
import { declareCells, declareLab } from './cell-types.ts';
import { editorOptions } from './editor-options.ts';
import { formatted } from './format-code.ts';
import { offerLabNames, refreshLabNames } from './lab-completions.ts';
import { createModels, rangeOf } from './models.ts';
import { editor, KeyCode, KeyMod, MarkerSeverity } from './monaco.ts';
import { applyTheme } from './theme.ts';

/** A cell that the editor is put into. */
export interface EditedCell {
  readonly cellId: string;
  readonly source: string;
  readonly label: string;
  readonly caret: Selected | null;
  readonly session: NotebookSession;
  readonly onChange: (source: string) => void;
  readonly onCommand: (command: EditorCommand) => void;
}

/** The editor while it is in a cell. */
export interface AttachedEditor {
  /** The text changed elsewhere, such as by going back to a version. */
  setSource(source: string): void;
  setFailure(failure: CodeEditorProps['failure']): void;
  detach(): void;
}

/** The one full editor of the page; it moves from cell to cell, each of which keeps its own undo history. */
export interface MonacoHost {
  attach(slot: HTMLElement, cell: EditedCell): AttachedEditor;
  /** The source as the language service would write it. */
  format(cellId: string, source: string): Promise<string>;
}

/** Esc first closes what the editor itself has open. */
const NOTHING_OPEN =
  '!suggestWidgetVisible && !parameterHintsVisible && !inSnippetMode && !markersNavigationVisible && !editorHasMultipleSelections && !editorHoverVisible';

/** Makes the editor, outside the page until it is attached. */
export function createMonacoHost(): MonacoHost {
  const element = document.createElement('div');
  element.className = 'monaco-host';
  applyTheme();
  followTheme();
  const models = createModels();
  const monaco = editor.create(element, editorOptions(overflowNode()));
  let current: EditedCell | null = null;
  const command = (name: EditorCommand) => () => current?.onCommand(name);
  monaco.addCommand(KeyMod.Shift | KeyCode.Enter, command('run-and-next'));
  monaco.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, command('run'));
  monaco.addCommand(KeyMod.Alt | KeyCode.Enter, command('run-and-insert'));
  monaco.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyF, command('find'));
  monaco.addCommand(KeyMod.CtrlCmd | KeyCode.Period, command('stop'));
  monaco.addCommand(KeyCode.Escape, command('leave'), NOTHING_OPEN);
  monaco.onDidChangeModelContent(() => current?.onChange(monaco.getValue()));
  const fitHeight = (): void => {
    const height = monaco.getContentHeight();
    element.style.height = `${height}px`;
    monaco.layout({ width: element.clientWidth, height });
  };
  monaco.onDidContentSizeChange(fitHeight);
  new ResizeObserver(fitHeight).observe(element);
  monaco.onDidChangeCursorPosition(({ position }) => followCaret(monaco, position.lineNumber));
  declareLab();
  offerLabNames(() => current?.session.state.getState().variables ?? []);

  return {
    attach(slot, cell) {
      current = null;
      slot.append(element);
      const model = models.of(cell.cellId, cell.source);
      monaco.setModel(model);
      monaco.updateOptions({ ariaLabel: cell.label });
      fitHeight();
      if (cell.caret !== null) monaco.setSelection(rangeOf(model, cell.caret));
      monaco.focus();
      current = cell;
      declareCells(cell.session.state.getState(), cell.cellId);
      void refreshLabNames();
      return {
        setSource(source) {
          if (model.getValue() === source) return;
          model.pushEditOperations([], [{ range: model.getFullModelRange(), text: source }], () => null);
        },
        setFailure(failure) {
          editor.setModelMarkers(model, 'run', failure === null ? [] : [markerOf(model, failure)]);
        },
        detach() {
          if (current !== cell) return;
          current = null;
          element.remove();
        },
      };
    },
    format: (cellId, source) => formatted(models.of(cellId, source)),
  };
}

/** Where lists and hints are drawn: outside the cell, which would cut them off, but inside the page's main part. */
function overflowNode(): HTMLElement {
  const node = document.createElement('div');
  node.className = 'monaco-editor monaco-overflow';
  (document.getElementById('main') ?? document.body).append(node);
  return node;
}

/** Another theme of the page or the computer is one of the editor's, too. */
function followTheme(): void {
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme);
}

/** A cell is as tall as its text, so it is the page that must scroll to a caret that left the window. */
function followCaret(monaco: editor.IStandaloneCodeEditor, line: number): void {
  const box = monaco.getDomNode()?.getBoundingClientRect();
  if (box === undefined || !monaco.hasTextFocus()) return;
  const top = box.top + monaco.getTopForLineNumber(line);
  const first = 190;
  const last = innerHeight - 60;
  if (top < first) scrollBy({ top: top - first });
  else if (top > last) scrollBy({ top: top - last });
}

function markerOf(
  model: editor.ITextModel,
  { line, column, message }: NonNullable<CodeEditorProps['failure']>,
): editor.IMarkerData {
  const startLineNumber = Math.min(line, model.getLineCount());
  const startColumn = column ?? model.getLineFirstNonWhitespaceColumn(startLineNumber);
  const word = column === null ? null : model.getWordAtPosition({ lineNumber: startLineNumber, column });
  const endColumn = word?.endColumn ?? model.getLineMaxColumn(startLineNumber);
  return {
    ...{ severity: MarkerSeverity.Error, message, startLineNumber, startColumn },
    ...{ endLineNumber: startLineNumber, endColumn },
  };
}
