import type { Notebook } from '../../notebook/document/notebook.ts';
import type { Language } from '../session/session.ts';
import { newCell } from './structure.ts';

/** The sample notebook: data, a join, a model, predictions. */
export function firstSteps(language: Language, newId: () => string): Notebook {
  const title = language === 'fr' ? 'Premiers pas' : 'First steps';
  return {
    ...{ kind: 'notebook', version: 1, id: newId(), title },
    cells: [
      newCell(newId(), 'markdown', `# ${title}`),
      newCell(newId(), 'code', "await data.load('streamflow');"),
    ],
  };
}
