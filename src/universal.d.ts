/**
 * The few globals that every JavaScript host has (page, worker, Node) and that the ES2023 library does not
 * name. Core sees these and nothing else of the outside: no DOM, no timers, no wall clock.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare function structuredClone<T>(value: T): T;

declare function atob(base64: string): string;

/** The part of WebAssembly that core uses: modules without imports, whose exports their user names. */
declare namespace WebAssembly {
  class Module {
    private readonly brand: 'WebAssembly.Module';
  }
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function validate(bytes: Uint8Array): boolean;
  function compile(bytes: Uint8Array): Promise<Module>;
}
