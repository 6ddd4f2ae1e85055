// fflate: deflate that gives the same bytes in every engine, unlike CompressionStream.
import { deflateSync } from 'fflate';
import * as v from 'valibot';
import { quote, ValueError } from '../../core/errors.ts';
import { REPORT_VERSION, type Report, reportSchema } from './report.ts';
import { checksumOf, MAGIC, MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from './report-file.ts';

/**
 * A report as the bytes of a `.sflab` file. A `ValueError` where it holds what a report cannot hold, or is larger than a
 * reader takes.
 */
export function writeReport(report: Report): Uint8Array<ArrayBuffer> {
  const { success, output, issues } = v.safeParse(reportSchema, report, { abortEarly: true });
  if (!success) {
    const [issue] = issues;
    throw new ValueError(
      `the report's ${v.getDotPath(issue) ?? 'value'} is ${quote(issue.input)}`,
      `a report cannot hold that: ${issue.message}`,
    );
  }
  const json = new TextEncoder().encode(JSON.stringify(output));
  const packed = deflateSync(json, { level: 6 });
  if (json.length > MAX_UNPACKED_BYTES || packed.length > MAX_FILE_BYTES - 100) {
    throw new ValueError(
      `the report has ${json.length} bytes, ${packed.length} when packed`,
      'hand in one lesson at a time, or run cells that show large tables again with less',
    );
  }
  const head = `${MAGIC} ${REPORT_VERSION} ${checksumOf(packed, REPORT_VERSION)}\n`;
  const bytes = new Uint8Array(head.length + packed.length);
  bytes.set(new TextEncoder().encode(head));
  bytes.set(packed, head.length);
  return bytes;
}
