import vm from 'node:vm';
import { stripTypes } from '../../../src/notebook/cell/strip-types.ts';
import type { CellOutput } from '../../../src/notebook/document/output.ts';
import type { CellHooks } from '../../../src/notebook/kernel/cell-hooks.ts';
import { createKernel, type KernelOptions } from '../../../src/notebook/kernel/create-kernel.ts';
import type { CellProgram, CellResult, Kernel } from '../../../src/notebook/kernel/kernel.ts';

/** A run of a cell with all that it put out. */
export interface TestRun extends CellResult {
  readonly outputs: readonly CellOutput[];
  /** Outputs in short, one text each. */
  readonly texts: readonly string[];
}

/** A kernel whose cells are numbered as they are run. */
export interface TestKernel extends Kernel {
  cell(source: string, options?: Partial<CellProgram>): Promise<TestRun>;
}

/** A kernel in this process, with the given names in the scope of its cells. */
export function openKernel(
  api: Readonly<Record<string, unknown>> | ((hooks: CellHooks) => Readonly<Record<string, unknown>>) = {},
  options: Partial<KernelOptions> = {},
): TestKernel {
  const kernel = createKernel({
    evaluate: (code, filename) => new vm.Script(code, { filename }).runInThisContext(),
    api: typeof api === 'function' ? api : () => api,
    loadStripTypes: async () => stripTypes,
    timer: () => 0,
    ...options,
  });
  let nCells = 0;
  return {
    ...kernel,
    async cell(source, program = {}) {
      const outputs: CellOutput[] = [];
      const cell = { cellId: `c${++nCells}`, source, ...program };
      const listener = {
        onOutput: (output: CellOutput) => void outputs.push(output),
        onProgress: () => undefined,
      };
      const result = await kernel.run(cell, listener);
      return { ...result, outputs, texts: outputs.map(shortText) };
    },
  };
}

/** An output as a test reads it: `log: text`, `= preview`, `TypeError: message | hint @ c1:2:3`. */
export function shortText(output: CellOutput): string {
  switch (output.kind) {
    case 'text':
      return `${output.level}: ${output.text}`;
    case 'value':
      return `= ${output.value.preview}`;
    case 'table':
      return `${output.type} of ${output.nRows} rows: ${Object.keys(output.dtypes).join(', ')}`;
    case 'error': {
      const { name, message, hint, places } = output;
      const at = places.map(({ cellId, line, column }) => `${cellId}:${line}:${column}`).join(' < ');
      return `${name}: ${message}${hint === null ? '' : ` | ${hint}`}${at === '' ? '' : ` @ ${at}`}`;
    }
    case 'check':
      return `check ${output.result.name}: ${output.result.passed}`;
    default:
      return output.kind;
  }
}
