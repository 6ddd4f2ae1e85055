/** MLflow's status of a run: a sign and its word. */
export function RunStatus({ status }: { readonly status: string }) {
  const sign = { FINISHED: '✓', FAILED: '✕', KILLED: '■', RUNNING: '…' }[status] ?? '·';
  return (
    <span className="run-status" data-status={status}>
      <span aria-hidden="true">{sign}</span> {status}
    </span>
  );
}
