/** What is to be said of a cell, and where something can be done about it, the button that does it. */
export function CellNotice({
  text,
  action = null,
}: {
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void } | null;
}) {
  return (
    <div className="notice cell-notice" data-kind="caution">
      <span>{text}</span>
      {action !== null && (
        <div className="actions">
          <button type="button" className="plain" onClick={action.act}>
            {action.label}
          </button>
        </div>
      )}
    </div>
  );
}
