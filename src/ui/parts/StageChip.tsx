/** A registry stage, by its own colour and its word. */
export function StageChip({ stage }: { readonly stage: string }) {
  return (
    <span className="chip" data-stage={stage}>
      {stage}
    </span>
  );
}
