import { useMemo } from 'react';
import { lessonCells } from '../../../lab/course/lesson-cells.ts';
import type { CodeLines } from '../../notebook/editor/code-lines.ts';
import { useOpenedLesson } from '../page/lesson-context.ts';
import { applyPaint } from '../paint.ts';

/** A cell's text in the colours it was given when the app was built; null once it is not the lesson's own any more. */
export function usePainted(cellId: string, source: string): CodeLines | null {
  const { lesson, paint } = useOpenedLesson().readable;
  return useMemo(() => {
    const original = lessonCells(lesson).find(({ id }) => id === cellId)?.source;
    const painted = paint[cellId];
    return source === original && painted !== undefined ? applyPaint(source, painted) : null;
  }, [lesson, paint, cellId, source]);
}
