import { version } from '../../../package.json';
import { createKernelClient } from '../../sandbox/kernel-client.ts';
import { streamflowFiles } from '../streamflow-files.ts';
import type { LessonKernelOptions } from './lesson-kernel.ts';

/** Starts a kernel behind the wall over the lab of a lesson; it can touch nothing else. */
export const openLessonHost: LessonKernelOptions['openHost'] = async ({ engine }, events) =>
  createKernelClient({
    ...{ engine, codeVersion: version, user: 'student', ...events },
    datasets: { streamflow: streamflowFiles },
  });
