import { announce } from '../../lab/session/session.ts';

/** Puts a text into the clipboard and says so. */
export function CopyButton({
  text,
  label,
  copied,
}: {
  readonly text: string;
  readonly label: string;
  /** What screen readers are told when it is done. */
  readonly copied: string;
}) {
  return (
    <button
      type="button"
      className="quiet"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        announce(copied);
      }}
    >
      {label}
    </button>
  );
}
