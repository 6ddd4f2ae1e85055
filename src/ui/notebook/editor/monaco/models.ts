import type { Selected } from '../../notebook-view.ts';
import { editor, type IRange, Range, Uri } from './monaco.ts';

/** The editor's texts, one per cell, each with its undo history. */
export interface Models {
  /** The text of a cell, brought up to `source` if it changed elsewhere. */
  of(cellId: string, source: string): editor.ITextModel;
}

/** Cells beyond this many lose the undo history of their text, the least recently edited first. */
const MOST_MODELS = 20;

/** An empty set of texts. */
export function createModels(): Models {
  const models = new Map<string, editor.ITextModel>();
  return {
    of(cellId, source) {
      const model = models.get(cellId) ?? createModel(cellId, source);
      models.delete(cellId);
      models.set(cellId, model);
      for (const other of [...models.keys()].slice(0, -MOST_MODELS)) {
        models.get(other)?.dispose();
        models.delete(other);
      }
      if (model.getValue() !== source) model.setValue(source);
      return model;
    },
  };
}

function createModel(cellId: string, source: string): editor.ITextModel {
  const model = editor.createModel(source, 'typescript', Uri.parse(`file:///edited/${cellId}.ts`));
  // Static text has no colours for brackets either.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}

/** Positions in a text as the editor counts them. */
export function rangeOf(model: editor.ITextModel, { start, end }: Selected): IRange {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
