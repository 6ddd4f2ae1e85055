import fc from 'fast-check';

/** Names that programs declare, read and assign; few, so that they meet. */
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const sep = fc.constantFrom('\n', ';\n', '\n\n', ' // note\n', '; ');

/** As `fc.oneof`, of texts. */
function oneOf(constraints: fc.OneOfConstraints, ...texts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.oneof(constraints, ...texts);
}

interface Pieces {
  readonly expression: string;
  readonly statement: string;
  readonly block: string;
}

const join = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));

const { expression, statement } = fc.letrec<Pieces>((tie) => {
  const e: fc.Arbitrary<string> = tie('expression') as fc.Arbitrary<string>;
  const s: fc.Arbitrary<string> = tie('statement') as fc.Arbitrary<string>;
  const b: fc.Arbitrary<string> = tie('block') as fc.Arbitrary<string>;
  return {
    expression: oneOf(
      { depthSize: 'small', maxDepth: 4, depthIdentifier: 'e' },
      fc.constantFrom(
        '1',
        '2',
        "'t'",
        'true',
        'null',
        '[1, 2]',
        '{ p: 1, q: 2 }.p',
        'undefined',
        'Math.max(1, 2)',
      ),
      name,
      join(name, ' + ', e),
      join('(', name, ', ', e, ')'),
      join('typeof ', name),
      join('typeof (', e, ')'),
      join('({ ', name, ', [', e, ']: ', name, ' })'),
      join('{ ', name, ': 3 }.', name).map((text) => `(${text.replace('}.', '})?.')}`),
      join('[', name, ', ...[', e, ']]'),
      join('`x${', e, '}y`'),
      join('call(() => ', e, ')'),
      join('call(function ', name, '() { tick(); return ', e, ' })'),
      join('call((', name, ' = ', e, ') => ', name, ')'),
      join('call(({ ', name, ' = ', e, ' }) => ', name, ', {})'),
      join(name, '(', e, ')'),
      join(name, '?.(', e, ')'),
      join('new ', name, '(', e, ')'),
      join('new ', name),
      join(name, '`t`'),
      join(name, '.name'),
      join(name, '?.m?.()'),
      join('(', name, ' = ', e, ')'),
      join('(', name, ' ??= ', e, ')'),
      join('(', name, ' = () => tick() && ', e, ')'),
      join('(', name, '++)'),
      join('(await ', e, ')'),
      join('(', e, ' ? ', e, ' : ', e, ')'),
      join('(class { v = tick() && ', e, '; get() { return this.v } })'),
      join('(class ', name, ' { static w = ', name, ' }).w'),
    ),
    statement: oneOf(
      { depthSize: 'small', maxDepth: 4, depthIdentifier: 's' },
      join('log(', e, ')'),
      join(name, '(', e, ')'),
      join(name, ' = ', e),
      join(name, ' = function () { tick()\nreturn ', e, ' }'),
      join(name, ' += ', e),
      join('++', name),
      join(name, '--'),
      join('[', name, ', ', name, '] = [', e, ', ', e, ']').map((text) => `;${text}`),
      join(';({ ', name, ', p: ', name, ' = ', e, ' } = { p: ', e, ' })'),
      join('if (', e, ') ', s, '\nelse ', s),
      join('if (', e, ') ', b),
      join('for (let ', name, ' = 0; tick() && ', name, ' < 2; ', name, '++) ', b),
      join('for (const ', name, ' of [1, 2]) ', s),
      join('for (const ', name, ' in { p: 1 }) ', b),
      join('for (', name, ' of [3, 4]) ', b),
      join('for await (const ', name, ' of [', e, ']) ', b),
      join('switch (', e, ') { case ', e, ': ', s, '\nbreak\ndefault: ', s, '\n}'),
      join('try ', b, ' catch (', name, ') { log(', name, '.name) } finally { log(', e, ') }'),
      join('outer: while (tick()) { ', s, '\nbreak outer }'),
      join('do ', b, ' while (false)'),
      join('throw ', e),
      b,
    ),
    block: oneOf(
      { depthSize: 'small', maxDepth: 3, depthIdentifier: 'b' },
      join('{ ', s, '\n', s, ' }'),
      join('{ let ', name, ' = ', e, '\n', s, ' }'),
      join('{ const { ', name, ' = ', e, ' } = {}\n', s, ' }'),
      join('{ function ', name, '() { tick(); return ', e, ' }\n', s, ' }'),
      join('{ class ', name, ' { m() { return ', name, ' } }\n', s, ' }'),
      join('{ var ', name, ' = ', e, ' }'),
      join('{ ', s, ' }'),
    ),
  };
});

/** Declarations of the notebook's variables, in every form. */
const declaration = fc.oneof(
  join('const ', name, ' = ', expression),
  join('let ', name, ' = ', expression),
  join('let ', name),
  join('var ', name),
  join('var ', name, ' = ', expression, ', ', name, ' = ', expression),
  join('const ', name, ' = ', expression, ', ', name, ' = () => tick() && ', expression),
  join('let ', name, ', ', name, ' = ', expression),
  join('const { p: ', name, ', ...', name, ' } = { p: ', expression, ', r: 1 }'),
  join('const { ', name, ', ', name, ' = ', expression, ' } = { a: 1, b: 2 }'),
  join('let [', name, ', , ', name, ' = ', expression, ', ...', name, '] = [', expression, ', 2]'),
  join('const [{ [', expression, ']: ', name, ' = class {} }] = [{}]'),
  join('function ', name, '(x = ', expression, ') { tick(); log(x)\nreturn ', expression, ' }').map((text) =>
    text.replaceAll('await', 'void'),
  ),
  join('async function ', name, '(x) { tick(); await x\nreturn ', expression, ' }'),
  join('function* ', name, '() { tick(); yield ', expression, ' }').map((text) =>
    text.replaceAll('await', 'void'),
  ),
  join(
    'class ',
    name,
    ' { v = tick() && ',
    expression,
    '; static s = 1; m() { tick(); return [this.v, ',
    name,
    '] } }',
  ).map((text) => text.replaceAll('await', 'void')),
  join('class ', name, ' extends Object { constructor() { super(); log(', expression, ') } }').map((text) =>
    text.replaceAll('await', 'void'),
  ),
  join('for (var ', name, ' = 0, ', name, ' = 1; tick() && ', name, ' < 2; ', name, '++) ', statement),
  join('for (var ', name, ' of [1, 2]) ', statement),
  join('for (var { p: ', name, ' = ', expression, ' } of [{}]) ', statement),
  join('for (var ', name, ' in { k: 1 }) ', statement),
  join('if (', expression, ') var ', name, ' = ', expression, '\nelse log(', name, ')'),
);

/** A statement after whose error the program goes on. */
const caught = join('try { ', statement, '\nlog(', name, ') } catch (err) { log(err?.name) }');

/** Statements and declarations, to be put together with line ends that need no semicolon, or that have one. */
export const anyStatements: fc.Arbitrary<readonly string[]> = fc.array(
  fc.tuple(fc.oneof(declaration, caught, statement), sep).map((parts) => parts.join('')),
  { minLength: 1, maxLength: 7 },
);
