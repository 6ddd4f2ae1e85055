import { quote } from '../errors.ts';
import { MlflowException } from '../tracking/mlflow-exception.ts';

/** What a `models:/` URI says; at most one of the last three is set, none means the latest version (R14). */
export interface ParsedModelUri {
  readonly name: string;
  /** Digits. */
  readonly version: string | null;
  /** In the case it was written. */
  readonly stage: string | null;
  readonly alias: string | null;
}

/** What a `runs:/` URI says: a run and a path among its artifacts. */
export interface ParsedRunUri {
  readonly runId: string;
  readonly path: string;
}

/** Parses `models:/NAME/VERSION`, `/STAGE`, `/latest` (any case) and `models:/NAME@ALIAS` (R14, R15). */
export function parseModelUri(uri: string): ParsedModelUri {
  const path = typeof uri === 'string' ? /^models:(?:\/\/[^/]*)?(\/.+)$/is.exec(uri)?.[1] : undefined;
  const parts = path?.replace(/^\/+/, '').split('/') ?? [];
  const [name = '', suffix] = parts;
  if (parts.length > 2 || name.trim() === '' || suffix?.trim() === '') throw improperModelUri(uri);
  if (suffix === undefined) return parseAlias(uri, name);
  const parsed = { name, version: null, stage: null, alias: null };
  if (/^\d+$/.test(suffix)) return { ...parsed, version: suffix };
  return suffix.toLowerCase() === 'latest' ? parsed : { ...parsed, stage: suffix };
}

/** Whether `uri` names a run's model rather than a registered one. */
export function isRunUri(uri: string): boolean {
  return typeof uri === 'string' && uri.startsWith('runs:');
}

/** Parses `runs:/RUN_ID/PATH`. */
export function parseRunUri(uri: string): ParsedRunUri {
  const match = /^runs:\/([^/]+)\/?(.*)$/s.exec(uri);
  if (match === null) {
    throw new MlflowException(
      `not a proper runs:/ URI: ${quote(uri)}`,
      "write 'runs:/RUN_ID/PATH', e.g. with run.info.runId and the artifactPath of logModel",
    );
  }
  return { runId: match[1] as string, path: (match[2] as string).replace(/\/$/, '') };
}

function parseAlias(uri: string, part: string): ParsedModelUri {
  const at = part.lastIndexOf('@');
  const alias = part.slice(at + 1);
  if (at === -1 || alias.trim() === '') throw improperModelUri(uri);
  return { name: part.slice(0, at), version: null, stage: null, alias };
}

function improperModelUri(uri: string): MlflowException {
  return new MlflowException(
    `not a proper models:/ URI: ${quote(uri)}`,
    "write 'models:/NAME/VERSION', 'models:/NAME/STAGE', 'models:/NAME/latest' or 'models:/NAME@ALIAS'",
  );
}
