import type {
  AnyNode,
  AwaitExpression,
  Expression,
  ExpressionStatement,
  Identifier,
  Program,
  VariableDeclaration,
} from 'acorn';
// Edits text by the offsets of the parsed source, and maps places back through the edits.
import MagicString from 'magic-string';
import type { CellScope, DeclarationKind } from './cell-scope.ts';
import { choosePrefix } from './names-in-code.ts';
import { positionAt } from './source-position.ts';
import { type NodePath, walk } from './walk.ts';

/** A statement of the cell's own top level whose value is looked at when it has run. */
export interface WatchedStatement {
  readonly offset: number;
  /** As a message names it: `store.apply(…)`. */
  readonly label: string;
}

/** A cell rewritten to keep its variables in the notebook. */
export interface RewrittenCell {
  readonly text: MagicString;
  /** Variables that the program takes, in order, after the run itself. */
  readonly parameters: readonly string[];
  readonly statements: readonly WatchedStatement[];
  /** Offsets of the called names, by where they end: there engines see the call of a name in brackets. */
  readonly callees: ReadonlyMap<number, number>;
}

/** What the rewriting needs to know. */
export interface RewriteInput {
  readonly code: string;
  readonly program: Program;
  readonly scope: CellScope;
  /** Whether a name from outside is the host's own, such as `Math`: then it is left as it is. */
  readonly isHostName: (name: string) => boolean;
}

/**
 * Makes of a cell the expression `async (run, …variables) => { … }`. A variable x of the notebook is an object: its
 * member `v` is read and assigned, `c` and `l` declare it as const or let, `t` is read by `typeof`. The run is told
 * which line it has reached (`n`), the value of each statement (`s`), of the last expression (`d`), and what each `await`
 * at the top level gave (`a`).
 * No line is moved. Statements that ended without `;` get one, as an edit could join them to the next line.
 */
export function rewriteCell(input: RewriteInput): RewrittenCell {
  const rewriter = createRewriter(input);
  walk(input.program, (path) => rewriter.visit(path));
  return rewriter.finish();
}

function createRewriter({ code, program, scope, isHostName }: RewriteInput) {
  const text = new MagicString(code);
  const prefix = choosePrefix(code);
  const kinds = new Map(scope.declarations.map(({ name, kind }) => [name, kind]));
  const parameters = new Set(kinds.keys());
  const statements: WatchedStatement[] = [];
  const callees = new Map<number, number>();
  const last = program.body.findLast(({ type }) => type !== 'EmptyStatement');

  const isNotebookName = (node: AnyNode | null | undefined): node is Identifier =>
    node?.type === 'Identifier' && scope.names.has(node) && (kinds.has(node.name) || !isHostName(node.name));

  const visitIdentifier = (node: Identifier, path: NodePath): void => {
    const parent = path.parent!.node;
    if (parent.type === 'FunctionDeclaration' && path.key === 'id') return;
    if (parent.type === 'ClassDeclaration' && path.key === 'id') return;
    parameters.add(node.name);
    const variable = `${prefix}${node.name}`;
    const member = memberFor(path, kinds.get(node.name));
    if (isShorthand(path)) text.appendLeft(node.end, `: ${variable}.${member}`);
    else if (isCallee(path)) {
      text.update(node.start, node.end, `${guard(path)}(0,${variable}.v)`);
      callees.set(node.end, node.start);
    } else if (isBareDeclarator(path)) {
      text.update(node.start, node.end, member === 'v' ? '0' : `${variable}.${member} = void 0`);
    } else text.update(node.start, node.end, `${variable}.${member}`);
  };

  const visitDeclaration = (node: VariableDeclaration, path: NodePath): void => {
    const [name] = node.declarations.flatMap(({ id }) => boundNames(id));
    if (isNotebookName(name) && kindAt(path) !== null) {
      if (path.key === 'left') return void text.remove(node.start, node.declarations[0]!.start);
      text.update(node.start, node.start + node.kind.length, 'void(');
      if (path.key === 'init') return void text.appendLeft(node.end, ')');
      closeAt(node, ')');
    } else if (path.key !== 'init' && path.key !== 'left') closeAt(node, '');
  };

  /** Inserts `closing` at the end of a statement, and the `;` that it may lack. */
  const closeAt = (node: AnyNode, closing: string): void => {
    const hasSemicolon = code[node.end - 1] === ';';
    text.appendLeft(hasSemicolon ? node.end - 1 : node.end, hasSemicolon ? closing : `${closing};`);
  };

  const visitStatement = (node: ExpressionStatement, path: NodePath): void => {
    if (path.parent!.node !== program || !isWatched(node, last)) {
      closeAt(node, '');
      return;
    }
    text.prependRight(node.start, `${prefix}.${node === last ? 'd' : 's'}(${statements.length},(`);
    statements.push({ offset: node.start, label: labelOf(node.expression, code) });
    closeAt(node, '))');
  };

  /** `;` where the statement now starts with a bracket, which the line before would take for its own. */
  const guard = (path: NodePath): string => {
    const statement = statementOf(path);
    const isFirst =
      statement?.node.start === path.node.start && statement.node.type === 'ExpressionStatement';
    if (!isFirst || !['body', 'consequent'].includes(statement.key)) return '';
    const { type } = statement.parent!.node;
    const isInList = ['Program', 'BlockStatement', 'StaticBlock', 'SwitchCase'].includes(type);
    const isWrapped = type === 'Program' && isWatched(statement.node as ExpressionStatement, last);
    return isInList && !isWrapped ? ';' : '';
  };

  const visitAwait = (node: AwaitExpression, path: NodePath): void => {
    if (!isAtTopLevel(path)) return;
    text.prependRight(node.start, `${prefix}.a(`);
    text.appendLeft(node.end, ')');
  };

  return {
    visit(path: NodePath): void {
      const { node } = path;
      if (isNotebookName(node)) visitIdentifier(node, path);
      else if (node.type === 'VariableDeclaration') visitDeclaration(node, path);
      else if (node.type === 'ExpressionStatement') visitStatement(node, path);
      else if (node.type === 'AwaitExpression') visitAwait(node, path);
      else if (node.type === 'ClassDeclaration' && isNotebookName(node.id)) {
        parameters.add(node.id.name);
        text.prependRight(node.start, `${prefix}${node.id.name}.l = `);
        text.appendLeft(node.end, ';');
      } else if (['ReturnStatement', 'ThrowStatement', 'PropertyDefinition'].includes(node.type))
        closeAt(node, '');
      const named = namedValue(path);
      if (named !== null && isNotebookName(named.name)) nameValue(text, named.name.name, named.value);
    },
    finish(): RewrittenCell {
      for (const { start, type } of program.body) {
        if (type !== 'FunctionDeclaration')
          text.prependRight(start, `${prefix}.n(${positionAt(code, start).line}); `);
      }
      const hoisted = scope.declarations.filter(({ kind }) => kind === 'function');
      const names = [prefix, ...[...parameters].map((name) => `${prefix}${name}`)];
      const functions = hoisted.map(({ name }) => `${prefix}${name}.l = ${name}; `);
      text.prepend(`(async (${names.join(', ')}) => { "use strict"; ${functions.join('')}`);
      text.append('\n})');
      return { text, parameters: [...parameters], statements, callees };
    },
  };
}

/** How the identifier's variable is used there: declared as const or let, looked at by `typeof`, or as a value. */
function memberFor(path: NodePath, kind: DeclarationKind | undefined): 'v' | 'c' | 'l' | 't' {
  const parent = path.parent!.node;
  if (parent.type === 'UnaryExpression' && parent.operator === 'typeof') return 't';
  const declared = kindAt(path);
  if (declared === null || declared === 'var' || kind === 'var') return 'v';
  return declared === 'const' ? 'c' : 'l';
}

/** The kind of the declaration that `path` stands in as a bound name or as a whole; null where it is in none. */
function kindAt(path: NodePath): 'var' | 'let' | 'const' | null {
  for (let at: NodePath | null = path; at !== null; at = at.parent) {
    const { node, key } = at;
    if (node.type === 'VariableDeclaration') return node.kind as 'var' | 'let' | 'const';
    // A default, a computed key or an initial value is no bound name.
    if (key === 'right' || key === 'init') return null;
    if (key === 'key' && at.parent?.node.type === 'Property' && at.parent.node.computed) return null;
    if (!isPatternStep(at)) return null;
  }
  return null;
}

function isPatternStep({ node, key }: NodePath): boolean {
  return (
    ['Identifier', 'VariableDeclarator', 'RestElement', 'ObjectPattern', 'ArrayPattern', 'Property'].includes(
      node.type,
    ) ||
    (node.type === 'AssignmentPattern' && key !== 'right')
  );
}

function boundNames(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

/** `{ x }` and `{ x = 1 }`, where the name stands for key and value. */
function isShorthand({ node, parent }: NodePath): boolean {
  const property =
    parent?.node.type === 'AssignmentPattern' && parent.node.left === node ? parent.parent : parent;
  return (
    property?.node.type === 'Property' && property.node.shorthand && property.node.key.start === node.start
  );
}

function isCallee({ parent, key }: NodePath): boolean {
  return (
    (parent?.node.type === 'CallExpression' && key === 'callee') ||
    (parent?.node.type === 'TaggedTemplateExpression' && key === 'tag')
  );
}

/** `x` of `let x;`. In the head of a for-in or for-of loop the name is assigned by the loop. */
function isBareDeclarator({ parent, key }: NodePath): boolean {
  return (
    parent?.node.type === 'VariableDeclarator' &&
    key === 'id' &&
    !parent.node.init &&
    parent.parent?.key !== 'left'
  );
}

/** A name and the function or class without one that is assigned to it, which JavaScript then names so. */
function namedValue({ node }: NodePath): { readonly name: AnyNode; readonly value: Expression } | null {
  if (node.type === 'VariableDeclarator' && node.init) return anonymous(node.id, node.init);
  if (node.type === 'AssignmentPattern') return anonymous(node.left, node.right);
  if (node.type !== 'AssignmentExpression' || !['=', '&&=', '||=', '??='].includes(node.operator))
    return null;
  return anonymous(node.left, node.right);
}

function anonymous(name: AnyNode, value: Expression) {
  const isAnonymous =
    value.type === 'ArrowFunctionExpression' ||
    ((value.type === 'FunctionExpression' || value.type === 'ClassExpression') && !value.id);
  return isAnonymous ? { name, value } : null;
}

/** A value gets its name as a member of an object; by a computed key, as `__proto__` would be no member. */
function nameValue(text: MagicString, name: string, value: Expression): void {
  text.prependRight(value.start, `({["${name}"]: `);
  text.appendLeft(value.end, `})["${name}"]`);
}

/**
 * Whether the run looks at the value of this statement: at that of the last one, to show it, else where it may be a
 * promise. Assignments show nothing, as in Jupyter: the value can be seen by the name.
 */
function isWatched(statement: ExpressionStatement, last: AnyNode | undefined): boolean {
  const { type } = statement.expression;
  if (type === 'AssignmentExpression' || type === 'UpdateExpression') return false;
  return statement === last || !['AwaitExpression', 'Literal', 'TemplateLiteral'].includes(type);
}

function statementOf(path: NodePath): NodePath | null {
  for (let at: NodePath | null = path; at !== null; at = at.parent) {
    if (/Statement$|Declaration$/.test(at.node.type)) return at;
  }
  return null;
}

function isAtTopLevel(path: NodePath): boolean {
  for (let at = path.parent; at !== null; at = at.parent) {
    if (/Function/.test(at.node.type)) return false;
  }
  return true;
}

function labelOf(expression: Expression, code: string): string {
  const isCall = expression.type === 'CallExpression' || expression.type === 'NewExpression';
  const { start, end } = isCall ? expression.callee : expression;
  const text = code.slice(start, end).replace(/\s+/g, ' ');
  const shown = text.length > 50 ? `${text.slice(0, 49)}…` : text;
  return isCall ? `${shown}(${expression.arguments.length > 0 ? '…' : ''})` : shown;
}
