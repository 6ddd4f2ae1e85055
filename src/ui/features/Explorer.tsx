import { useState } from 'react';
import { listCustomers, listMonths } from '../../lab/features/list-customers.ts';
import { findNotableCustomers, type NotableCustomer } from '../../lab/features/notable-customers.ts';
import { readCustomer } from '../../lab/features/read-customer.ts';
import type { Workspace } from '../../lab/workspace/workspace.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { CustomerTimeline } from './CustomerTimeline.tsx';
import { ExplorerControls } from './ExplorerControls.tsx';
import { LoadRows } from './FirstSteps.tsx';
import { featuresTexts } from './features-texts.ts';
import { DAY_MS } from './time-scale.ts';
import { useExplorer } from './use-explorer.ts';
import './explorer.css';
import './timeline.css';

/**
 * One customer in time: what each view knows of them, what the join takes as of an instant, and the row it makes. A
 * compact one, as beside a lesson, begins with the picture and folds its controls.
 */
export function Explorer({ isCompact = false }: { readonly isCompact?: boolean }) {
  const texts = useMessages(featuresTexts);
  const [choice, choose] = useExplorer();
  // While a hand moves the instant, it is not written to the address yet.
  const [heldMs, setHeldMs] = useState<number | null>(null);
  const { data: months, error: monthsError } = useLab(['data'], ['feature-months'], listMonths);
  const { data: start, error: startError } = useLab(['data', 'features'], ['explorer-start'], readStart);
  const userId = choice.userId ?? start?.userId ?? null;
  const { data: customer, error } = useLab(['data', 'features'], ['customer', userId], (workspace) =>
    userId === null ? null : readCustomer(workspace, userId),
  );
  if (months !== undefined && months.users.length === 0) return <LoadRows />;
  if (monthsError ?? startError) return <ErrorNotice error={monthsError ?? startError} />;
  if (months === undefined || start === undefined) return <p className="loading">{texts.loading}</p>;
  const monthEnds = months.users.map((day) => Date.parse(day));
  const atMs = heldMs ?? choice.atMs ?? (monthEnds.at(-2) ?? monthEnds[0] ?? 0) + 14 * DAY_MS;
  const controls = (
    <ExplorerControls
      choice={{ ...choice, userId, atMs, month: choice.month ?? months.users.at(-2) ?? months.users[0]! }}
      choose={choose}
      months={months.users}
      notable={start.notable}
      views={customer?.lanes.map(({ view }) => view) ?? []}
    />
  );
  return (
    <>
      {!isCompact && controls}
      <ErrorNotice error={error} />
      {customer != null && (
        <CustomerTimeline
          customer={customer}
          options={{ atMs, mode: choice.mode, ttl: choice.ttl }}
          showsLanding={choice.showsLanding}
          monthEnds={monthEnds}
          onMove={setHeldMs}
          onMoved={(ms, replace) => {
            choose({ atMs: ms }, { replace });
            setHeldMs(null);
          }}
        />
      )}
      {isCompact && (
        <details className="quiet-fold">
          <summary>{texts.controls}</summary>
          {controls}
        </details>
      )}
    </>
  );
}

/** Who is shown first: a customer worth seeing, or anyone where the data have no such rows. */
async function readStart(
  workspace: Workspace,
): Promise<{ readonly notable: readonly NotableCustomer[]; readonly userId: string | null }> {
  const { users } = await listMonths(workspace);
  const month = users.at(-2) ?? users[0];
  if (month === undefined) return { notable: [], userId: null };
  const notable = await findNotableCustomers(workspace);
  const userId = notable[0]?.userId ?? (await listCustomers(workspace, month))[0] ?? null;
  return { notable, userId };
}
