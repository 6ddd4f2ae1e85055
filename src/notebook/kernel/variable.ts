/** What a name means where no cell has declared it. */
export interface Outside {
  /** The host's value, such as `Math`; a `ReferenceError` with a hint where there is none. */
  read(name: string): unknown;
  /** The host's value; undefined where there is none. For `typeof`. */
  peek(name: string): unknown;
  /** Throws: a name that no cell declares cannot be assigned. */
  refuseWrite(name: string): never;
}

/** What a variable holds, to put it back. */
export interface VariableContent {
  readonly state: VariableState;
  readonly descriptor: PropertyDescriptor | undefined;
}

/** 'none': no cell declares it. 'unset': a running cell declares it further down. 'lab': a name of the lab API. */
export type VariableState = 'none' | 'unset' | 'let' | 'const' | 'lab';

/**
 * A variable of the notebook, which all cells that name it share. Its members have single letters as rewritten cells
 * use them (see `rewriteCell`), and short code keeps columns near. A variable that was set has a `v` of its own, which
 * engines read as fast as any member; until then reading meets the accessors of the class.
 */
export class Variable {
  readonly name: string;
  state: VariableState = 'none';
  readonly #outside: Outside;

  constructor(name: string, outside: Outside) {
    this.name = name;
    this.#outside = outside;
  }

  get v(): unknown {
    if (this.state === 'unset') throw beforeDeclaration(this.name);
    return this.#outside.read(this.name);
  }

  set v(_: unknown) {
    if (this.state === 'unset') throw beforeDeclaration(this.name);
    this.#outside.refuseWrite(this.name);
  }

  /** The value as `typeof` asks for it: undefined where there is none. */
  get t(): unknown {
    return this.state === 'none' ? this.#outside.peek(this.name) : this.v;
  }

  /** Declares the variable with `let`, anew where it is there already. */
  set l(value: unknown) {
    this.state = 'let';
    Object.defineProperty(this, 'v', { value, writable: true, configurable: true, enumerable: true });
  }

  /** Declares the variable with `const`. */
  set c(value: unknown) {
    this.#fix('const', value, 'declare it with let to assign it again');
  }

  /** Makes the variable a name of the lab API: readable and not to be assigned, but free to be declared anew. */
  provide(value: unknown): void {
    const hint = `${this.name} belongs to the lab: declare a variable of your own with const or let`;
    this.#fix('lab', value, hint);
  }

  /** Takes the value away until the declaration is reached; gives what it held. */
  unset(): VariableContent {
    const content = { state: this.state, descriptor: Object.getOwnPropertyDescriptor(this, 'v') };
    this.state = 'unset';
    delete (this as Partial<Variable>).v;
    return content;
  }

  restore({ state, descriptor }: VariableContent): void {
    this.state = state;
    if (descriptor === undefined) delete (this as Partial<Variable>).v;
    else Object.defineProperty(this, 'v', descriptor);
  }

  #fix(state: 'const' | 'lab', value: unknown, hint: string): void {
    this.state = state;
    const set = (): never => {
      throw new ConstantError(this.name, hint);
    };
    Object.defineProperty(this, 'v', { get: () => value, set, configurable: true, enumerable: true });
  }
}

/** An assignment to a constant: JavaScript's own error, with a hint. */
export class ConstantError extends TypeError {
  readonly hint: string;

  constructor(name: string, hint: string) {
    super(`Assignment to constant variable '${name}'.`);
    this.hint = hint;
  }
}

/** A name that stands for nothing, or for nothing yet: JavaScript's own error, with a hint. */
export class UnknownNameError extends ReferenceError {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

function beforeDeclaration(name: string): UnknownNameError {
  const hint = `this cell declares ${name} further down: move its declaration up`;
  return new UnknownNameError(`Cannot access '${name}' before initialization`, hint);
}
