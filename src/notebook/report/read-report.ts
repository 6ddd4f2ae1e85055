import * as v from 'valibot';
import { quote } from '../../core/errors.ts';
import type { Problem } from '../../core/problem.ts';
import { inflateAtMost } from '../packing/inflate-at-most.ts';
import { REPORT_VERSION, type Report, reportSchema } from './report.ts';
import {
  checksumOf,
  HEAD,
  MAGIC,
  MAX_FILE_BYTES,
  MAX_HEAD_BYTES,
  MAX_UNPACKED_BYTES,
} from './report-file.ts';

/** Why a file is no hand-in; the codes are what a page puts in words of its own. */
export interface ReportProblem extends Problem {
  readonly code: 'no-report' | 'damaged' | 'newer-version' | 'too-large' | 'not-acceptable';
  /** What the message says after the code, for a page to put in words; a problem stored by an older lab has none. */
  readonly found?: ReportFinding;
}

/** What was found in a file that is no hand-in, with the number or the member that it is about. */
export type ReportFinding =
  | { readonly kind: 'no-head' | 'first-line' | 'checksum' | 'packing' | 'json' }
  | { readonly kind: 'version' | 'bytes' | 'unpacked-bytes'; readonly value: number }
  | { readonly kind: 'member'; readonly path: string | null; readonly value: string };

/** A report that was read, or why it was not. */
export type ReadReport =
  | { readonly report: Report; readonly problem: null }
  | { readonly report: null; readonly problem: ReportProblem };

/**
 * Reads the bytes of a `.sflab` file, believing nothing of them: they are counted while they are unpacked, the checksum is
 * compared, and every member is checked. Never throws, runs nothing, and gives plain data.
 */
export function readReport(bytes: Uint8Array): ReadReport {
  const head = readHead(bytes.subarray(0, MAX_HEAD_BYTES));
  if (head === null) {
    const isCut = new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC;
    return isCut ? damaged('first-line', 'its first line is cut or changed') : notOurs();
  }
  if (head.version > REPORT_VERSION) {
    return refused(
      'newer-version',
      `a newer lab wrote this file, in version ${head.version}`,
      'open it with that version of the lab',
      { kind: 'version', value: head.version },
    );
  }
  if (bytes.length > MAX_FILE_BYTES) {
    return tooLarge(`it has ${bytes.length} bytes`, { kind: 'bytes', value: bytes.length });
  }
  const packed = bytes.subarray(head.nBytes);
  if (checksumOf(packed, head.version) !== head.checksum)
    return damaged('checksum', 'its checksum is another');
  const json = inflateAtMost(packed, MAX_UNPACKED_BYTES);
  if (json === 'damaged') return damaged('packing', 'it cannot be unpacked');
  if (json === 'too-large') {
    const found = { kind: 'unpacked-bytes', value: MAX_UNPACKED_BYTES } as const;
    return tooLarge(`it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`, found);
  }
  return checked(json);
}

function readHead(
  bytes: Uint8Array,
): { readonly version: number; readonly checksum: string; readonly nBytes: number } | null {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  const [, version, checksum] = HEAD.exec(new TextDecoder().decode(bytes.subarray(0, end))) ?? [];
  if (version === undefined || checksum === undefined) return null;
  return { version: Number(version), checksum, nBytes: end + 1 };
}

function checked(bytes: Uint8Array): ReadReport {
  const value = parseJson(bytes);
  if (value === undefined) return damaged('json', 'it holds no JSON');
  const { success, output, issues } = v.safeParse(reportSchema, value, { abortEarly: true });
  if (success) return { report: output, problem: null };
  const [issue] = issues;
  const [path, given] = [v.getDotPath(issue), quote(issue.input)];
  return refused(
    'not-acceptable',
    `its ${path ?? 'content'} is ${given}`,
    'this lab did not write it so: ask for it to be handed in again',
    { kind: 'member', path, value: given },
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function notOurs(): ReadReport {
  return refused('no-report', 'this is no hand-in of the lab', 'a hand-in is a file that ends in .sflab', {
    kind: 'no-head',
  });
}

function damaged(kind: 'first-line' | 'checksum' | 'packing' | 'json', fact: string): ReadReport {
  return refused('damaged', `the file is damaged: ${fact}`, 'ask for it to be sent again', { kind });
}

function tooLarge(fact: string, found: ReportFinding): ReadReport {
  return refused('too-large', fact, 'no hand-in of the lab is so large: ask what this file is', found);
}

function refused(
  code: ReportProblem['code'],
  message: string,
  hint: string,
  found: ReportFinding,
): ReadReport {
  return { report: null, problem: { severity: 'error', code, message, hint, found } };
}
