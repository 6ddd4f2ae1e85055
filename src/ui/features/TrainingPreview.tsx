import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { BuiltTrainingSet } from '../../lab/features/training-set.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CellLineage } from './CellLineage.tsx';
import { PreviewRow } from './PreviewRow.tsx';
import { trainingSetTexts } from './training-set-texts.ts';

const PAGE_ROWS = 15;

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Some rows of the set as a grid; the chosen cell's lineage is told beside it. */
export function TrainingPreview({
  set,
  rowWanted,
}: {
  readonly set: BuiltTrainingSet;
  /** A row to go to, from 0. */
  readonly rowWanted: number | null;
}) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const { table } = set.joined;
  const [cell, setCell] = useState<readonly [row: number, column: number]>([0, 0]);
  const [isChosen, setChosen] = useState(false);
  const section = useRef<HTMLElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (rowWanted === null) return;
    setCell([rowWanted, 0]);
    section.current?.scrollIntoView({ block: 'start' });
  }, [rowWanted]);
  const [row, column] = cell;
  const first = Math.floor(row / PAGE_ROWS) * PAGE_ROWS;
  const last = Math.min(first + PAGE_ROWS, table.nRows);
  const shown = Array.from({ length: last - first }, (_, i) => first + i);
  const columns = [...table.columns];
  const choose = (at: readonly [number, number]): void => {
    setCell(at);
    setChosen(true);
  };
  const step = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const to = [
      Math.min(Math.max(row + move[0], 0), table.nRows - 1),
      Math.min(Math.max(column + move[1], 0), columns.length - 1),
    ] as const;
    choose(to);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  };
  if (table.nRows === 0) return null;
  return (
    <section className="section preview" ref={section}>
      <div className="section-head">
        <h2>{texts.preview}</h2>
        <div className="actions">
          <button
            type="button"
            className="quiet"
            disabled={first === 0}
            aria-label={texts.previous}
            onClick={() => setCell([first - PAGE_ROWS, column])}
          >
            ←
          </button>
          <span className="hint">
            {texts.rowsShown(formats.count(first + 1), formats.count(last), formats.count(table.nRows))}
          </span>
          <button
            type="button"
            className="quiet"
            disabled={last === table.nRows}
            aria-label={texts.next}
            onClick={() => setCell([last, column])}
          >
            →
          </button>
        </div>
      </div>
      <p className="hint">{texts.previewHelp}</p>
      <div className="preview-body">
        <div className="table-frame">
          {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid. */}
          <table className="table" role="grid" aria-label={texts.preview} ref={grid} onKeyDown={step}>
            <thead>
              <tr>
                {columns.map(([name]) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((n) => (
                <PreviewRow
                  key={n}
                  set={set}
                  row={n}
                  focused={n === row ? column : null}
                  isChosen={isChosen}
                  onChoose={(c) => choose([n, c])}
                />
              ))}
            </tbody>
          </table>
        </div>
        {isChosen && <CellLineage set={set} row={row} column={columns[column]?.[0] ?? ''} />}
      </div>
    </section>
  );
}
