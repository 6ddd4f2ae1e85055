import type { Selected } from '../notebook-view.ts';

/** What of the static code in `frame` is selected, as positions in its text; null where nothing of it is. */
export function selectedCode(frame: HTMLElement): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null;
  const anchor = offsetOf(frame, selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(frame, selection.focusNode, selection.focusOffset);
  if (anchor === null || focus === null) return null;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** The position in the text of a place in the document; null outside the frame. */
function offsetOf(frame: HTMLElement, node: Node, offset: number): number | null {
  if (!frame.contains(node)) return null;
  const lines = [...frame.querySelectorAll<HTMLElement>('.code-line')];
  const at = lines.findIndex((line) => line.contains(node));
  const before = (count: number): number =>
    lines.slice(0, count).reduce((sum, line) => sum + (line.textContent ?? '').length + 1, 0);
  if (at === -1) return node === frame ? Math.max(0, before(lines.length) - 1) : null;
  const range = document.createRange();
  range.selectNodeContents(lines[at]!);
  range.setEnd(node, offset);
  return before(at) + range.toString().length;
}
