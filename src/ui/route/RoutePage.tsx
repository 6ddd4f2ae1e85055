import { useStore } from 'zustand';
import { createBrowserRoute } from '../../lab/browser-route.ts';
import type { RouteRunState } from '../../lab/route/route-run.ts';
import { whileUnderWay } from '../../lab/session/work-under-way.ts';
import { StepItem } from './StepItem.tsx';
import './route.css';

const ANNOUNCEMENTS: Record<RouteRunState['status'], string> = {
  idle: '',
  running: 'The route is running.',
  done: 'The route is complete.',
  failed: 'The route stopped at a step that failed.',
};

const run = createBrowserRoute();

/** The whole route on one page, in a database of its own: start it, watch it, read each step's figures. */
export function RoutePage() {
  const status = useStore(run.store, (state) => state.status);
  const steps = useStore(run.store, (state) => state.steps);
  const nDone = steps.filter((step) => step.status === 'done').length;
  return (
    <div className="route" data-status={status}>
      <header>
        <h1>The whole route</h1>
        <p>
          From twelve months of customer snapshots to a served prediction, in this page: nothing is installed
          and nothing leaves your computer. The figures are those of Feast, scikit-learn and MLflow on the
          same data.
        </p>
        <p className="start">
          <button
            type="button"
            className="primary"
            disabled={status === 'running'}
            onClick={() => whileUnderWay(run.start)}
          >
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
    </div>
  );
}
