import * as v from 'valibot';
import { unpack } from '../../core/table/pack.ts';
import { toValueTree } from '../kernel/values/value-tree.ts';
import { fromBase64 } from './base64.ts';
import { MIME, type OutputExtras } from './ipynb-format.ts';
import { FILE_LIMITS } from './notebook-file-error.ts';
import type { CellOutput, ImageOutput } from './output.ts';
import { outputSchema } from './output-schema.ts';

const IMAGES: readonly ImageOutput['mimeType'][] = ['image/png', 'image/jpeg', 'image/svg+xml'];

/**
 * An output of an `.ipynb` file as one of this lab's; null for what cannot be shown safely. Of the forms that a stranger
 * gives, pictures are preferred to JSON and JSON to text; HTML, scripts and widgets are never taken.
 */
export function readOutput(
  output: Readonly<Record<string, unknown>>,
  extras: OutputExtras | null,
): CellOutput | null {
  switch (output.output_type) {
    case 'stream': {
      const level = extras !== null && 'level' in extras ? extras : { level: levelOf(output.name) };
      return { kind: 'text', text: bounded(textOf(output.text) ?? '').replace(/\n$/, ''), ...level };
    }
    case 'error': {
      const { hint, places } = extras !== null && 'hint' in extras ? extras : { hint: null, places: [] };
      const name = bounded(textOf(output.ename) ?? 'Error');
      const message = bounded(textOf(output.evalue) ?? '');
      return { kind: 'error', name, message, hint, places };
    }
    case 'display_data':
    case 'execute_result':
      return readBundle((output.data ?? {}) as Readonly<Record<string, unknown>>);
    default:
      return null;
  }
}

function readBundle(data: Readonly<Record<string, unknown>>): CellOutput | null {
  const own = readOwn(data);
  if (own !== null) return own;
  for (const mimeType of IMAGES) {
    const image = textOf(data[mimeType]);
    if (image === null || image.length > FILE_LIMITS.outputLength) continue;
    return { kind: 'image', mimeType, data: image };
  }
  if (data['application/json'] !== undefined) {
    return { kind: 'value', value: toValueTree(data['application/json']) };
  }
  const text = textOf(data['text/plain']) ?? textOf(data['text/markdown']) ?? textOf(data['text/latex']);
  if (text !== null) return { kind: 'text', level: 'log', text: bounded(text) };
  const types = Object.keys(data).slice(0, 5).join(', ');
  return types === '' ? null : { kind: 'text', level: 'info', text: bounded(`[not shown: ${types}]`) };
}

/** An output that this lab wrote; null where there is none or where it is damaged. */
function readOwn(data: Readonly<Record<string, unknown>>): CellOutput | null {
  const table = data[MIME.table] as { readonly packed?: unknown } | undefined;
  const packed = typeof table?.packed === 'string' ? fromBase64(table.packed) : null;
  const candidates = [
    data[MIME.value] !== undefined && { kind: 'value', value: data[MIME.value] },
    data[MIME.chart] !== undefined && { kind: 'chart', spec: data[MIME.chart] },
    data[MIME.check] !== undefined && { kind: 'check', result: data[MIME.check] },
    packed !== null && isPacked(packed) && { kind: 'table', ...table, packed },
  ];
  const parsed = v.safeParse(
    outputSchema,
    candidates.find((candidate) => candidate !== false),
  );
  return parsed.success ? parsed.output : null;
}

function isPacked(buffer: ArrayBuffer): boolean {
  try {
    unpack(buffer);
    return true;
  } catch {
    return false;
  }
}

function levelOf(stream: unknown): 'log' | 'error' {
  return stream === 'stderr' ? 'error' : 'log';
}

/** Jupyter's texts are one text or a list of pieces. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((piece) => typeof piece === 'string') ? value.join('') : null;
}

function bounded(text: string): string {
  return text.length > FILE_LIMITS.outputLength ? `${text.slice(0, FILE_LIMITS.outputLength)}…` : text;
}
