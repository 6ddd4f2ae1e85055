import { type FormEvent, useState } from 'react';
import type { Fault } from '../../core/serving/faults.ts';
import { type MaterializationRequest, materializeViews } from '../../lab/serving/materialize.ts';
import type { OnlineStoreState } from '../../lab/serving/read-online-store.ts';
import { announce } from '../../lab/session/session.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { MaterializedTable } from './MaterializedTable.tsx';
import { servingTexts } from './serving-texts.ts';

/** Fills the online store over a window, or incrementally, and shows what was read and written. */
export function MaterializeForm({
  online,
  faults,
}: {
  readonly online: OnlineStoreState;
  readonly faults: readonly Fault[];
}) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const [from, setFrom] = useState(() => dayOf(online.snapshots[0] ?? online.now));
  const [to, setTo] = useState(() => dayOf(online.now));
  const [view, setView] = useState('');
  const materialize = useLabAction(
    ['features', 'serving'],
    async (workspace, request: MaterializationRequest) => {
      const views = await materializeViews(workspace, request);
      const nWritten = views.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
      announce(texts.materialized(formats.count(nWritten)));
      return views;
    },
  );
  const chosen = view === '' ? null : view;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    materialize.mutate({ kind: 'window', start: instantOf(from), end: instantOf(to), view: chosen });
  };
  return (
    <section className="section" aria-label={texts.materialize}>
      <h2>{texts.materialize}</h2>
      <FaultWarnings faults={faults} />
      <form className="fields" onSubmit={submit}>
        <label className="field">
          <span>{texts.view}</span>
          <select value={view} onChange={(event) => setView(event.target.value)}>
            <option value="">{texts.allViews}</option>
            {online.views.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{texts.from}</span>
          <input type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>{texts.to}</span>
          <input type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button type="submit" className="plain" disabled={materialize.isPending}>
          {texts.window}
        </button>
      </form>
      <p className="hint">{texts.windowWhy}</p>
      <div className="actions">
        <button
          type="button"
          className="primary"
          disabled={materialize.isPending}
          onClick={() => materialize.mutate({ kind: 'incremental', view: chosen })}
        >
          {texts.incremental}
        </button>
      </div>
      <p className="hint">{texts.incrementalWhy}</p>
      <ErrorNotice error={materialize.error} />
      {materialize.data !== undefined && <MaterializedTable views={materialize.data} />}
    </section>
  );
}

function FaultWarnings({ faults }: { readonly faults: readonly Fault[] }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const warnings = faults.flatMap((fault) => {
    if (fault.kind === 'skip-materialization') return [texts.skips(fault.view ?? texts.allViews)];
    return fault.kind === 'late-data' ? [texts.late(fault.view, formats.count(fault.days))] : [];
  });
  return warnings.map((warning) => (
    <p key={warning} className="notice" data-kind="caution">
      {warning}
    </p>
  ));
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
