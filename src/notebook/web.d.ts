/** The parts of the web platform that pages, workers and Node share, as far as the notebook uses them. */
declare class Response {
  constructor(
    body: string | null,
    options: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  );
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly bodyUsed: boolean;
  clone(): Response;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

/** What a request is made of. */
interface RequestInit {
  readonly method?: string;
  readonly headers?: object;
  readonly body?: unknown;
}

declare class Request {
  constructor(address: string | Request, options?: RequestInit);
  readonly url: string;
  readonly method: string;
  readonly headers: Iterable<readonly [string, string]>;
  text(): Promise<string>;
}

declare function btoa(binary: string): string;

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare class AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare function setTimeout(callback: () => void, delayMs: number): unknown;
declare function clearTimeout(timer: unknown): void;
