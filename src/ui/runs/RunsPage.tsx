import { useAddressParams } from '../address-params.ts';
import { ComparePage } from './ComparePage.tsx';
import { NewRunPage } from './NewRunPage.tsx';
import { RunListPage } from './RunListPage.tsx';
import { RunView } from './RunView.tsx';
import './runs.css';

/** The station of runs: the table, a new one, several side by side, or one of them, as the address says. */
export function RunsPage() {
  const { path } = useAddressParams();
  const [, , part = ''] = path.split('/');
  if (part === '') return <RunListPage />;
  if (part === 'new') return <NewRunPage />;
  if (part === 'compare') return <ComparePage />;
  return <RunView key={part} runId={part} />;
}
