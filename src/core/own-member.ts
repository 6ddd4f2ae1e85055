/**
 * The object's own member of this name; undefined where it has none, whatever its prototype has. Names of columns,
 * features and params are data: 'constructor' is one like any other.
 */
export function ownMember<V>(members: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Sets an own member. A plain assignment would do the same for all names but `__proto__`, which has a setter. */
export function setOwnMember<V>(members: Record<string, V>, name: string, value: V): void {
  if (name !== '__proto__') members[name] = value;
  else Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}
