import { parser } from '@lezer/javascript';

/** A name that a cell declares at its top level. */
export interface DeclaredName {
  readonly name: string;
  /** An interface or a type alias, which has no value. */
  readonly isType: boolean;
}

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

const typescript = parser.configure({ dialect: 'ts' });
const TYPES = ['InterfaceDeclaration', 'TypeAliasDeclaration'];
const VALUES = ['VariableDeclaration', 'FunctionDeclaration', 'ClassDeclaration', 'EnumDeclaration'];
const INNER_SCOPES = [
  'Block',
  'ParamList',
  'ArrowFunction',
  'FunctionExpression',
  'ClassExpression',
  'ClassBody',
];

/** What a source declares at its top level, however incomplete it is; every name once. */
export function declaredNames(source: string): DeclaredName[] {
  const names = new Map<string, DeclaredName>();
  const textOf = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const collect = (node: SyntaxNode): void => {
    if (node.name === 'VariableDefinition') names.set(textOf(node), { name: textOf(node), isType: false });
    if (INNER_SCOPES.includes(node.name)) return;
    for (const child of childrenOf(node)) collect(child);
  };
  for (const node of childrenOf(typescript.parse(source).topNode)) {
    if (VALUES.includes(node.name)) collect(node);
    if (!TYPES.includes(node.name)) continue;
    const name = childrenOf(node).find((child) => child.name === 'TypeDefinition');
    if (name !== undefined) names.set(textOf(name), { name: textOf(name), isType: true });
  }
  return [...names.values()];
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
