import { type editor, getTypeScriptWorker } from './monaco.ts';

const OPTIONS = {
  ...{ indentSize: 2, tabSize: 2, convertTabsToSpaces: true, newLineCharacter: '\n' },
  ...{ insertSpaceAfterCommaDelimiter: true, insertSpaceAfterSemicolonInForStatements: true },
  ...{
    insertSpaceBeforeAndAfterBinaryOperators: true,
    insertSpaceAfterKeywordsInControlFlowStatements: true,
  },
  ...{ insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: true, semicolons: 'insert' },
};

interface TextChange {
  readonly span: { readonly start: number; readonly length: number };
  readonly newText: string;
}

/** A text as TypeScript's own formatter writes it. */
export async function formatted(model: editor.ITextModel): Promise<string> {
  const worker = await (await getTypeScriptWorker())(model.uri);
  const changes: readonly TextChange[] = await worker.getFormattingEditsForDocument(
    model.uri.toString(),
    OPTIONS,
  );
  return changes.toSorted((a, b) => b.span.start - a.span.start).reduce(applyChange, model.getValue());
}

function applyChange(text: string, { span: { start, length }, newText }: TextChange): string {
  return text.slice(0, start) + newText + text.slice(start + length);
}
