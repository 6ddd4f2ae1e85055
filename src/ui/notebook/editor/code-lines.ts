import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Token } from './highlight.ts';

/** Lines of code as coloured pieces. */
export type CodeLines = readonly (readonly Token[])[];

type Highlight = (source: string) => CodeLines;

/** What colours code: 48 kB packed, which a lesson can be read and run without. */
const highlighter = createStore<{ readonly highlight: Highlight | null }>(() => ({ highlight: null }));

/** Takes what colours code from a page that has it from the start. */
export function provideHighlighter(highlight: Highlight): void {
  highlighter.setState({ highlight });
}

/** The lines of a source in colours: those it has already, or the highlighter's once it is there; plain until then. */
export function useCodeLines(
  source: string,
  language: 'typescript' | 'markdown',
  painted: CodeLines | null,
): CodeLines {
  const highlight = useStore(highlighter, (state) => state.highlight);
  const isWanted = painted === null && language === 'typescript';
  useEffect(() => {
    if (isWanted) loadHighlighter().catch(() => undefined);
  }, [isWanted]);
  return useMemo(() => {
    if (painted !== null) return painted;
    return isWanted && highlight !== null ? highlight(source) : plainLines(source);
  }, [painted, isWanted, highlight, source]);
}

async function loadHighlighter(): Promise<void> {
  if (highlighter.getState().highlight !== null) return;
  provideHighlighter((await import('./highlight.ts')).highlightLines);
}

function plainLines(source: string): CodeLines {
  return source.split('\n').map((text) => (text === '' ? [] : [{ text, className: '' }]));
}
