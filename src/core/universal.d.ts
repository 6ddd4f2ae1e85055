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
