import { useStore } from 'zustand';
import type { RouteRun, RouteRunState } from '../../lab/route/route-run.ts';
import { StepItem } from './StepItem.tsx';
import './route.css';

const ANNOUNCEMENTS: Record<RouteRunState['status'], string> = {
  idle: '',
  running: 'The route is running.',
  done: 'The route is complete.',
  failed: 'The route stopped at a step that failed.',
};

/** The whole route on one page: start it, watch it, read each step's figures. */
export function RoutePage({ run }: { readonly run: RouteRun }) {
  const status = useStore(run.store, (state) => state.status);
  const steps = useStore(run.store, (state) => state.steps);
  const nDone = steps.filter((step) => step.status === 'done').length;
  return (
    <main className="route" data-status={status}>
      <header>
        <h1>StreamFlow Lab</h1>
        <p>
          From twelve months of customer snapshots to a served prediction, in this page: nothing is installed
          and nothing leaves your computer. The figures are those of Feast, scikit-learn and MLflow on the
          same data.
        </p>
        <p className="start">
          <button type="button" disabled={status === 'running'} onClick={() => run.start()}>
            {status === 'idle' ? 'Run the route' : status === 'running' ? 'Running…' : 'Run it again'}
          </button>
          <span className="count">
            {nDone} of {steps.length} steps
          </span>
        </p>
        <p className="announcement" role="status">
          {ANNOUNCEMENTS[status]}
        </p>
      </header>
      <ol className="steps">
        {steps.map((step) => (
          <StepItem key={step.id} step={step} />
        ))}
      </ol>
    </main>
  );
}
