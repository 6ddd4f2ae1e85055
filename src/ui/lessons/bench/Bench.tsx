import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { BenchContent } from './BenchContent.tsx';
import { benchState } from './bench-state.ts';
import { benchTexts } from './bench-texts.ts';
import { useIsWide } from './use-is-wide.ts';
import './bench.css';

/** The station that a step is about, over the lesson's own lab: beside the text, or a drawer where there is no room. */
export function Bench({
  step,
  heldBackBy,
}: {
  readonly step: Step;
  /** The example whose result is still to be predicted: pictures below it are not shown yet. */
  readonly heldBackBy: string | null;
}) {
  const texts = useMessages(benchTexts);
  const isWide = useIsWide();
  const isOpen = useStore(benchState, (state) => state.isOpen);
  const close = (): void => benchState.setState({ isOpen: false });
  const drawer = useRef<HTMLElement>(null);
  const isDrawerOpen = !isWide && isOpen;
  useEffect(() => {
    if (isDrawerOpen) drawer.current?.focus({ preventScroll: true });
  }, [isDrawerOpen]);
  if (isWide) {
    return (
      <aside className="bench" aria-label={texts.bench}>
        <BenchContent step={step} heldBackBy={heldBackBy} />
      </aside>
    );
  }
  return (
    <>
      <button
        type="button"
        className="bench-button"
        aria-expanded={isOpen}
        onClick={() => benchState.setState({ isOpen: true })}
      >
        {texts.open}
      </button>
      {isOpen && (
        <aside
          ref={drawer}
          className="bench bench-drawer"
          aria-label={texts.bench}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <button type="button" className="icon-button bench-close" aria-label={texts.close} onClick={close}>
            <span aria-hidden="true">✕</span>
          </button>
          <BenchContent step={step} heldBackBy={heldBackBy} />
        </aside>
      )}
    </>
  );
}
