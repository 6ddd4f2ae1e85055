import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLabWithMonth } from './lab.ts';

type Call = (...args: readonly unknown[]) => unknown;

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    -1,
    0,
    1,
    1.5,
    2 ** 60,
    10n,
    true,
    false,
    Symbol('s'),
  ),
  fc.constantFrom<unknown>('', ' ', '0', '1', 'a', 'churn', 'Production', 'users', 'payments', '2024-01-31'),
  fc.constantFrom<unknown>(
    'models:/churn/1',
    'runs:/',
    'payments:failed_payments_90d',
    '../a',
    "name = 'x",
    '__proto__',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [1],
    ['churn'],
    [null],
    [{ user_id: 'a' }],
    [[1, 2]],
    [['a', 'b']],
    new Date(0),
  ),
  fc.constantFrom<unknown>(
    new Date(Number.NaN),
    new Map(),
    Float64Array.of(0, 1),
    () => 1,
    Promise.resolve(1),
    /a/,
  ),
);
/** Arguments in order, with an object of options among them whose names the call knows. */
const argumentsOf = (names: readonly string[]): fc.Arbitrary<unknown[]> => {
  const options = fc.dictionary(fc.constantFrom(...names, 'unknown'), anyValue, {
    maxKeys: names.length,
    noNullPrototype: true,
  });
  return fc.array(fc.oneof({ weight: 2, arbitrary: anyValue }, options), { maxLength: 4 });
};

/** Every call of the lab by its name, and the methods of what its calls give back. */
async function openCalls() {
  const { lab } = await openLabWithMonth();
  const client = new lab.MlflowClient();
  await client.createRegisteredModel('churn');
  await client.createModelVersion('churn', 's3://a');
  await lab.store.materialize('2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z');
  await lab.mlflow.startRun();
  const { stored, warnings: _, disk: __, ...api } = lab;
  const rows = [
    { months: 1, fee: 2.5 },
    { months: 2, fee: 3 },
  ];
  const forest = new lab.RandomForestClassifier({ nEstimators: 1 });
  const owners = {
    ...api,
    client,
    view: lab.store.getFeatureView('payments'),
    validator: lab.data.expect(rows),
    table: await lab.data.snapshot('users', { asOf: '2024-01-31' }),
    forest: await forest.fit(rows, [0, 1]),
    network: new lab.MLPClassifier({ maxIter: 1 }),
    regression: new lab.LogisticRegression(),
    dummy: new lab.DummyClassifier(),
    encoder: new lab.OneHotEncoder(),
    scaler: new lab.StandardScaler(),
    imputer: new lab.SimpleImputer(),
    columns: new lab.ColumnTransformer([['scale', new lab.StandardScaler(), ['fee']]]),
    pipeline: new lab.Pipeline([
      ['scale', new lab.StandardScaler()],
      ['forest', forest],
    ]),
  };
  return { calls: Object.entries(owners).flatMap(([name, owner]) => callsOf(name, owner)), stored };
}

function callsOf(owner: string, value: object): [string, Call][] {
  if (typeof value === 'function') {
    const isClass = /^[A-Z]/.test(owner);
    return [[owner, isClass ? (...args) => Reflect.construct(value, args) : (value as Call)]];
  }
  return methodNames(value).map((name) => [
    `${owner}.${name}`,
    (...args) => (value as Record<string, Call>)[name]!(...args),
  ]);
}

/** Methods of the object itself and of its classes. */
function methodNames(value: object): string[] {
  if (value === Object.prototype) return [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([name, { value: member }]) => name !== 'constructor' && typeof member === 'function')
    .map(([name]) => name);
  return [...new Set([...own, ...methodNames(Object.getPrototypeOf(value))])];
}

it('answers whatever it is given, or refuses it with a name and a hint and leaves the stores as they were', async () => {
  const { calls, stored } = await openCalls();
  expect(calls.length).toBeGreaterThan(200);
  for (const [name, call] of calls) {
    const anyArguments = argumentsOf(await optionNamesOf(call));
    let before = await stored();
    await fc.assert(
      fc.asyncProperty(anyArguments, async (args) => {
        const refusal = await refusalOf(() => call(...args));
        const after = await stored();
        if (refusal !== null) {
          expect({ name, hint: (refusal as { hint?: unknown }).hint, refusal }).toMatchObject({
            hint: expect.stringMatching(/./),
          });
          expect(after, name).toEqual(before);
        }
        before = after;
      }),
      { numRuns: 25, seed: 1 },
    );
  }
});

/** The options that a call knows, as it tells when it is given one that it does not. */
async function optionNamesOf(call: Call): Promise<string[]> {
  const wrong = { 'no such option': 1 };
  const refusals = [[wrong], ['churn', wrong], [[], wrong], [[], [], wrong], ['a', 'b', 'c', wrong]].map(
    (args) => refusalOf(() => call(...args)),
  );
  const hints = (await Promise.all(refusals)).map((refusal) => String((refusal as { hint?: unknown })?.hint));
  return hints.flatMap((hint) => /^known: (.*)$/.exec(hint)?.[1]?.split(', ') ?? []);
}

async function refusalOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return null;
  } catch (error) {
    return error;
  }
}
