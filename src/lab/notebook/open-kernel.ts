import { version } from '../../../package.json';
import { createKernelClient } from '../../sandbox/kernel-client.ts';
import { streamflowFiles } from '../streamflow-files.ts';
import { loadPageWorkspace } from '../workspace/load-page-workspace.ts';
import type { OpenKernel } from './kernel-host.ts';

/** Starts a kernel behind the wall, for the page's lab. */
export const openKernel: OpenKernel = async ({ onState, onTopics }) => {
  const { engine } = await loadPageWorkspace();
  return createKernelClient({
    engine,
    datasets: { streamflow: streamflowFiles },
    codeVersion: version,
    user: 'student',
    onState,
    onTopics,
  });
};
