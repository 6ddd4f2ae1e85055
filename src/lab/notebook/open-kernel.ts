import { version } from '../../../package.json';
import { loadPageWorkspace } from '../workspace/load-page-workspace.ts';
import type { OpenKernel } from './kernel-host.ts';

/** Starts a kernel behind the wall, for the page's lab. Its code is loaded with the first one. */
export const openKernel: OpenKernel = async ({ onState, onTopics }) => {
  const [{ engine }, { createKernelClient }, { streamflowFiles }] = await Promise.all([
    loadPageWorkspace(),
    import('../../sandbox/kernel-client.ts'),
    import('../streamflow-files.ts'),
  ]);
  return createKernelClient({
    engine,
    datasets: { streamflow: streamflowFiles },
    codeVersion: version,
    user: 'student',
    onState,
    onTopics,
  });
};
