import type { CellOutput, TextOutput } from '../../../notebook/document/output.ts';

/** Outputs that are drawn together: lines of one level, checks; everything else stands alone. */
export type OutputGroup =
  | { readonly kind: 'texts'; readonly level: TextOutput['level']; readonly texts: readonly TextOutput[] }
  | Exclude<CellOutput, TextOutput>;

/** Joins what the console was told in one go; a notice with a place stands alone. */
export function groupOutputs(outputs: readonly CellOutput[]): OutputGroup[] {
  const groups: OutputGroup[] = [];
  let lines: TextOutput[] | null = null;
  for (const output of outputs) {
    if (output.kind !== 'text') {
      groups.push(output);
      lines = null;
    } else if (lines !== null && lines[0]?.level === output.level && !lines[0].place && !output.place) {
      lines.push(output);
    } else {
      lines = [output];
      groups.push({ kind: 'texts', level: output.level, texts: lines });
    }
  }
  return groups;
}
