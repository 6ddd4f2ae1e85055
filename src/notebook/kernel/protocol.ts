import type { Progress } from '../../core/task.ts';
import type { CellOutput } from '../document/output.ts';
import type { CellProgram, CellResult, VariableSummary } from './kernel.ts';

/** What a kernel is told once, before anything else. */
export interface KernelSetting {
  /** Names of the shipped datasets. */
  readonly datasets: readonly string[];
  /** Who works in the lab. */
  readonly user: string;
  /** Version of the code, for receipts. */
  readonly codeVersion: string;
  /** What cells read without waiting, as `EngineState`. */
  readonly state: unknown;
}

/** What a kernel is handed over on demand, as it can load nothing: scripts as text, a binary as bytes. */
export type KernelPart = 'types' | 'danfojs' | 'tfjs' | 'tfjs-wasm';

/** Page to kernel, over the one port between them. */
export type KernelRequest =
  | { readonly kind: 'start'; readonly setting: KernelSetting }
  | { readonly kind: 'run'; readonly run: number; readonly cell: CellProgram }
  | { readonly kind: 'interrupt' }
  /** The answer to a call; `progress` may come before it. */
  | { readonly kind: 'reply'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly call: number; readonly error: RemoteError }
  | { readonly kind: 'progress'; readonly call: number; readonly progress: Progress }
  /** What cells read without waiting, such as the clock: sent after every change. */
  | { readonly kind: 'state'; readonly state: unknown }
  /** A part that was asked for; null where it could not be fetched. */
  | { readonly kind: 'part'; readonly part: KernelPart; readonly content: string | ArrayBuffer | null };

/** Kernel to page. The page believes none of it: whatever runs in the kernel may have forged it. */
export type KernelMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'output'; readonly run: number; readonly output: CellOutput }
  | { readonly kind: 'progress'; readonly run: number; readonly task: number; readonly progress: Progress }
  | {
      readonly kind: 'done';
      readonly run: number;
      readonly result: CellResult;
      readonly variables: readonly VariableSummary[];
    }
  /** A call of the lab's engine, by a name that the page knows. */
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'cancel'; readonly call: number }
  | { readonly kind: 'part'; readonly part: KernelPart };

/** An error as it crosses threads. */
export interface RemoteError {
  readonly name: string;
  readonly message: string;
  readonly hint: string | null;
  /** Further own members, such as MLflow's `errorCode`; plain values. */
  readonly details: Readonly<Record<string, unknown>>;
}
