import { quote, suggest, ValueError } from '../errors.ts';

/** A fault as a lesson asks for it. Features are named `'view:feature'` or by their column. */
export type Fault =
  /** Materializing does nothing, for one view or for all. */
  | { readonly kind: 'skip-materialization'; readonly view?: string }
  /** Rows of a view arrive that many days after they say they do. */
  | { readonly kind: 'late-data'; readonly view: string; readonly days: number }
  /** A view is gone: online reads that need it fail. */
  | { readonly kind: 'drop-feature-view'; readonly view: string }
  /** A stored value reads as null, for a share of the requests (all by default), evenly spread. */
  | { readonly kind: 'null-feature'; readonly feature: string; readonly share?: number }
  /** A value arrives as another type: a text where a number belongs, else a number. */
  | { readonly kind: 'wrong-type'; readonly feature: string }
  /** Every online read takes that much longer. */
  | { readonly kind: 'slow-store'; readonly ms: number }
  /** The API does not answer. */
  | { readonly kind: 'api-down' };

export type FaultKind = Fault['kind'];

/** The faults in force. One of a kind and target at a time: injecting it again replaces it. */
export interface Faults {
  inject(fault: Fault): void;
  clear(): void;
  active(): readonly Fault[];
}

/** Per kind, which members it takes; true for those it needs. */
const MEMBERS: Readonly<Record<FaultKind, Readonly<Record<string, boolean>>>> = {
  'skip-materialization': { view: false },
  'late-data': { view: true, days: true },
  'drop-feature-view': { view: true },
  'null-feature': { feature: true, share: false },
  'wrong-type': { feature: true },
  'slow-store': { ms: true },
  'api-down': {},
};

/** No faults yet. An unknown kind, a missing or unknown member or a bad value is a `ValueError`. */
export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  return {
    inject(fault) {
      checkFault(fault);
      faults = [...faults.filter((other) => targetOf(other) !== targetOf(fault)), { ...fault }];
    },
    clear() {
      faults = [];
    },
    active: () => faults,
  };
}

function targetOf(fault: Fault): string {
  const { kind, view, feature } = fault as { kind: string; view?: string; feature?: string };
  return [kind, view ?? feature ?? ''].join(' ');
}

function checkFault(fault: Fault): void {
  if (typeof fault !== 'object' || fault === null) {
    throw new ValueError(`no fault ${quote(fault)}`, "give an object with its kind: { kind: 'api-down' }");
  }
  const members = Object.hasOwn(MEMBERS, fault.kind) ? MEMBERS[fault.kind] : undefined;
  if (members === undefined) {
    throw new ValueError(`no fault ${quote(fault.kind)}`, suggest(String(fault.kind), Object.keys(MEMBERS)));
  }
  for (const name of Object.keys(fault)) {
    if (name !== 'kind' && !Object.hasOwn(members, name)) {
      throw new ValueError(
        `fault ${quote(fault.kind)} takes no ${quote(name)}`,
        Object.keys(members).length === 0
          ? 'it takes nothing but its kind'
          : suggest(name, Object.keys(members)),
      );
    }
  }
  for (const [name, needed] of Object.entries(members)) {
    checkMember(fault.kind, name, { needed, value: (fault as Readonly<Record<string, unknown>>)[name] });
  }
}

function checkMember(
  kind: FaultKind,
  name: string,
  { needed, value }: { readonly needed: boolean; readonly value: unknown },
): void {
  if (value === undefined && !needed) return;
  const isName = name === 'view' || name === 'feature';
  const isGood = isName
    ? typeof value === 'string' && value !== ''
    : typeof value === 'number' && value >= 0 && (name !== 'share' || value <= 1) && value < Infinity;
  if (isGood) return;
  const wanted = isName
    ? `the name of a ${name}`
    : name === 'share'
      ? 'a number from 0 to 1'
      : 'a number from 0 on';
  throw new ValueError(`fault ${quote(kind)} has ${name} ${quote(value)}`, `give ${name} as ${wanted}`);
}
