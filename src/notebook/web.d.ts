/** The parts of the web platform that pages, workers and Node share, as far as the notebook uses them. */
declare class Response {
  constructor(
    body: string | null,
    options: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  );
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

declare function btoa(binary: string): string;
