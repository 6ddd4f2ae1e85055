import fc from 'fast-check';

const anyText = fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'é', '\u{1f600}'));

const anyLeaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  anyText,
  fc.date({ noInvalidDate: true }),
  fc.uint8Array(),
  fc.float64Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.bigInt64Array(),
  fc.uint8Array().map((bytes) => bytes.slice().buffer),
  // A view into the middle of a buffer, as columns of a packed table are.
  fc.uint8Array({ minLength: 8 }).map((bytes) => bytes.slice(4)),
);

/** Any value as records of the lab hold them. */
export const anyStoredValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    anyLeaf,
    fc.array(tie('value')),
    fc.array(fc.tuple(anyText, tie('value'))).map((entries) => Object.fromEntries(entries)),
    fc.array(fc.tuple(anyText, tie('value'))).map((entries) => new Map(entries)),
    fc.array(anyLeaf).map((values) => new Set(values)),
  ),
})).value;

/** Records of the collections of `database.suite.ts`, each key once. */
export const anyContent = fc.record({
  models: fc.uniqueArray(fc.record({ name: fc.string(), stage: fc.string(), weights: fc.float64Array() }), {
    selector: ({ name }) => name,
  }),
  versions: fc.uniqueArray(fc.record({ name: fc.string(), version: fc.integer(), note: anyStoredValue }), {
    selector: ({ name, version }) => JSON.stringify([name, version]),
  }),
});
