import { type LabNames, readLabNames } from '../../../../lab/notebook/lab-names.ts';
import { loadPageWorkspace } from '../../../../lab/workspace/load-page-workspace.ts';
import type { VariableSummary } from '../../../../notebook/kernel/kernel.ts';
import { namesForString, stringAt } from '../string-at.ts';
import { languages } from './monaco.ts';

let names: LabNames = { tables: [], features: [], views: [], models: [] };

/** Reads the names of the data at hand again; they may have changed since the last edit. */
export async function refreshLabNames(): Promise<void> {
  names = await readLabNames(await loadPageWorkspace());
}

/** Completes columns, tables, dates and `view:feature` references inside strings, where each makes sense. */
export function offerLabNames(variables: () => readonly VariableSummary[]): void {
  languages.registerCompletionItemProvider('typescript', {
    triggerCharacters: ["'", '"', '`', ':'],
    provideCompletionItems(model, position) {
      const source = model.getValue();
      const string = stringAt(source, model.getOffsetAt(position));
      if (string === null) return { suggestions: [] };
      const start = model.getPositionAt(string.start);
      const end = model.getPositionAt(string.end);
      const range = {
        ...{ startLineNumber: start.lineNumber, startColumn: start.column },
        ...{ endLineNumber: end.lineNumber, endColumn: end.column },
      };
      const suggestions = namesForString(string, names, variables()).map(({ name, what }, position) => ({
        ...{ label: { label: name, description: what }, insertText: name, range },
        ...{ kind: languages.CompletionItemKind.Value, sortText: String(position).padStart(5, '0') },
      }));
      return { suggestions };
    },
  });
}
