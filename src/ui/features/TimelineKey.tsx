import type { Mark } from '../../lab/features/lane-marks.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import { RowMark } from './RowMark.tsx';

const row = { rowIndex: 0, sourceRow: 0, eventMs: 0, landedMs: null, revision: 0, values: {} };

/** What the marks mean, each drawn as it is drawn above. */
export function TimelineKey() {
  const texts = useMessages(explorerTexts);
  const marks: readonly (readonly [string, Omit<Mark, 'row'>])[] = [
    [texts.markUsed, { time: 'known', isUsed: true, isLate: false }],
    [texts.markKnown, { time: 'known', isUsed: false, isLate: false }],
    [texts.markLate, { time: 'known', isUsed: false, isLate: true }],
    [texts.markExpired, { time: 'expired', isUsed: false, isLate: false }],
    [texts.markFuture, { time: 'future', isUsed: false, isLate: false }],
  ];
  return (
    <ul className="timeline-key">
      {marks.map(([word, mark]) => (
        <li key={word}>
          <svg width="28" height="28" viewBox="-14 -14 28 28" aria-hidden="true">
            <RowMark mark={{ row, ...mark }} x={0} y={0} title="" label={null} />
          </svg>
          {word}
        </li>
      ))}
      <li>
        <span className="window-sample" />
        {texts.windowKey}
      </li>
    </ul>
  );
}
