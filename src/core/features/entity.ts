import { checkOptions } from '../check-options.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';

/** An entity as it is stored. */
export interface EntityDefinition {
  readonly kind: 'entity';
  readonly version: 1;
  readonly name: string;
  readonly joinKeys: readonly string[];
  readonly description: string;
}

/** Arguments of `Entity`; `joinKeys` defaults to the entity's name, as in Feast. */
export interface EntityOptions {
  readonly name: string;
  readonly joinKeys?: readonly string[];
  readonly description?: string;
}

/** What features describe, e.g. a customer, with the columns that identify it. Feast's `Entity`. */
export class Entity {
  readonly name: string;
  readonly joinKeys: readonly string[];
  readonly description: string;

  constructor(options: EntityOptions) {
    checkOptions('new Entity', options, { required: ['name'], optional: ['joinKeys', 'description'] });
    const { name, joinKeys = [name], description = '' } = options;
    this.name = requireName(name, 'an entity');
    this.joinKeys = requireNames(joinKeys, `the join keys of entity ${quote(name)}`);
    this.description = description;
    requireText(description, `the description of entity ${quote(name)}`);
    if (this.joinKeys.length === 0) {
      throw new ValueError(
        `entity ${quote(name)} has no join key`,
        'leave joinKeys out to use the entity name, or name its key columns',
      );
    }
    if (new Set(this.joinKeys).size < this.joinKeys.length) {
      throw new ValueError(`entity ${quote(name)} names a join key twice`, 'name each join key once');
    }
  }

  /** The entity as a plain value that can be stored. */
  toDefinition(): EntityDefinition {
    const { name, joinKeys, description } = this;
    return { kind: 'entity', version: 1, name, joinKeys, description };
  }
}

/** A copy of `names` where it is a list of texts, else a `TypeError`: a text alone would be read letter by letter. */
function requireNames(names: unknown, what: string): string[] {
  const isListed = Array.isArray(names) && names.every((name) => typeof name === 'string');
  if (!isListed) {
    throw new TypeMismatchError(
      `${what} are ${quote(names)}`,
      "give a list of names, for example ['user_id']",
    );
  }
  return names.map((name) => requireName(name, 'a join key'));
}

/** `text` itself where it is one, else a `TypeError`. */
export function requireText(text: unknown, what: string): string {
  if (typeof text === 'string') return text;
  throw new TypeMismatchError(`${what} is ${quote(text)}`, 'give a text');
}

/** `name` itself where it can name something that a `view:feature` reference may mention, else an error. */
export function requireName(name: unknown, what: string): string {
  if (typeof name !== 'string') {
    throw new TypeMismatchError(`the name of ${what} is ${quote(name)}`, 'give the name as a text');
  }
  if (name.trim() === '' || name.includes(':')) {
    throw new ValueError(
      `${quote(name)} cannot name ${what}`,
      "give a name that is not empty and has no ':', which separates view and feature in a reference",
    );
  }
  return name;
}
