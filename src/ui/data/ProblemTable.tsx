import type { Problem } from '../../core/problem.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { VirtualTable } from '../parts/VirtualTable.tsx';
import { importTexts } from './import-texts.ts';

/** Every problem of some files: where it is, what it is, what to do. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const texts = useMessages(importTexts);
  const formats = useFormats();
  const text = (problem: Problem, key: string): string => {
    switch (key) {
      case 'severity':
        return texts[problem.severity];
      case 'row':
        return problem.row === undefined ? '' : formats.count(problem.row);
      case 'value':
        return problem.value === undefined || problem.value === null ? '' : String(problem.value);
      default:
        return problem[key as 'file' | 'column' | 'message' | 'hint'] ?? '';
    }
  };
  const column = (key: string, label: string, most: number) => {
    const longest = Math.max(
      label.length,
      ...problems.slice(0, 100).map((problem) => text(problem, key).length),
    );
    return { key, label, width: Math.min(longest, most) + 4, isNumber: key === 'row' };
  };
  return (
    <VirtualTable
      label={texts.problemsLabel}
      nRows={problems.length}
      maxVisible={10}
      columns={[
        column('severity', texts.severity, 20),
        column('file', texts.fileOf, 30),
        column('row', texts.row, 9),
        column('column', texts.column, 24),
        column('value', texts.value, 16),
        column('message', texts.problem, 70),
        column('hint', texts.hint, 80),
      ]}
      cell={(row, { key }) => <span title={text(problems[row]!, key)}>{text(problems[row]!, key)}</span>}
    />
  );
}
