import { LabClassifier } from '../../lab-api/lab-classifier.ts';
import { LabTable } from '../../lab-api/lab-table.ts';
import { LabTransformer } from '../../lab-api/lab-transformer.ts';

/** The type of a value as JavaScript names it: 'number', 'Array(3)', 'Map(2)', a class; the lab's classes by their API names. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  try {
    return nameOfObject(value);
  } catch {
    // A Proxy may refuse to be asked.
    return 'Proxy';
  }
}

function nameOfObject(value: object): string {
  const name = className(value);
  if (Array.isArray(value)) return `${name}(${value.length})`;
  if (ArrayBuffer.isView(value)) {
    return value instanceof DataView ? name : `${name}(${(value as unknown as ArrayLike<unknown>).length})`;
  }
  if (value instanceof Map || value instanceof Set) return `${name}(${value.size})`;
  if (value instanceof ArrayBuffer) return `${name}(${value.byteLength})`;
  return name;
}

/** The name of an object's class; 'Object' where it has none. Runs no getter of the object's. */
export function className(value: object): string {
  try {
    for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
      const maker: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof maker !== 'function' || maker.name === '') continue;
      return isOfLab(value) ? maker.name.replace(/^Lab/, '') : maker.name;
    }
  } catch {
    // A Proxy may refuse.
    return 'Proxy';
  }
  return 'Object';
}

/** The lab's own classes are called `Lab…` inside, and without it in cells. */
function isOfLab(value: object): boolean {
  return value instanceof LabTable || value instanceof LabClassifier || value instanceof LabTransformer;
}
