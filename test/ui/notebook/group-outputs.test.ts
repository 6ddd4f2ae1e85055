import { describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import { groupOutputs } from '../../../src/ui/notebook/outputs/group-outputs.ts';

const line = (level: 'log' | 'warn', text: string, isPlaced = false): CellOutput => ({
  ...{ kind: 'text', level, text },
  ...(isPlaced && { place: { cellId: 'a', line: 1, column: null } }),
});

describe('outputs in groups', () => {
  it('join lines of one level, and keep the order', () => {
    const value: CellOutput = { kind: 'value', value: { type: 'number', preview: '1' } };
    const groups = groupOutputs([
      ...[line('log', '1'), line('log', '2'), line('warn', '3'), line('log', '4'), value, line('log', '5')],
    ]);
    expect(
      groups.map((group) => (group.kind === 'texts' ? group.texts.map(({ text }) => text) : group.kind)),
    ).toEqual([...[['1', '2'], ['3'], ['4'], 'value', ['5']]]);
  });

  it('leave a notice with a place alone', () => {
    expect(groupOutputs([line('warn', '1'), line('warn', '2', true), line('warn', '3')])).toHaveLength(3);
  });
});
