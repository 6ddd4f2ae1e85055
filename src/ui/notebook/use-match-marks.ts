import { useEffect } from 'react';
import type { Match } from '../../lab/notebook/find-in-notebook.ts';

/**
 * Marks matches in the static code by the browser's own highlights, which leave the text's elements alone, and brings
 * the current one into sight. Rendered Markdown shows its cell instead.
 */
export function useMatchMarks(matches: readonly Match[], current: Match | null): void {
  useEffect(() => {
    const rangesOf = (match: Match): Range[] => {
      const cell = document.querySelector(`[data-cell-id="${CSS.escape(match.cellId)}"]`);
      const range = cell === null ? null : rangeIn(cell, match);
      return range === null ? [] : [range];
    };
    const isSupported = 'highlights' in CSS;
    if (isSupported) {
      CSS.highlights.set('found', new Highlight(...matches.flatMap(rangesOf)));
      CSS.highlights.set('found-current', new Highlight(...(current === null ? [] : rangesOf(current))));
    }
    if (current !== null) {
      const cell = document.querySelector(`[data-cell-id="${CSS.escape(current.cellId)}"]`);
      const line = rangesOf(current)[0]?.startContainer.parentElement?.closest('.code-line');
      (line ?? cell)?.scrollIntoView({ block: 'center' });
    }
    return () => {
      if (!isSupported) return;
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-current');
    };
  }, [matches, current]);
}

function rangeIn(cell: Element, { start, end }: Match): Range | null {
  const from = placeIn(cell, start);
  const to = placeIn(cell, end);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The text node at a position of the cell's source; lines are elements, and a line's end counts one. */
function placeIn(cell: Element, position: number): { node: Node; offset: number } | null {
  let left = position;
  for (const line of cell.querySelectorAll('.code-line')) {
    const length = (line.textContent ?? '').length;
    if (left > length) {
      left -= length + 1;
      continue;
    }
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const size = node.textContent?.length ?? 0;
      if (left <= size) return { node, offset: left };
      left -= size;
    }
    return null;
  }
  return null;
}
