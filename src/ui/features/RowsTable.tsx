import { useState } from 'react';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { explorerTexts } from './explorer-texts.ts';
import type { SeenLane } from './seen-lane.ts';
import { useCellText } from './use-cell-text.ts';
import { useMarkWords } from './use-mark-words.ts';

/** Everything that the picture shows, as a table; made only while it is open. */
export function RowsTable({ lanes }: { readonly lanes: readonly SeenLane[] }) {
  const texts = useMessages(explorerTexts);
  const formats = useFormats();
  const words = useMarkWords();
  const cellText = useCellText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="rows-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.rowsTable}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="table-frame" aria-label={texts.rowsTable} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th>{texts.view}</th>
                <th>{texts.event}</th>
                <th>{texts.landed}</th>
                <th>{texts.status}</th>
                <th>{texts.values}</th>
              </tr>
            </thead>
            <tbody>
              {lanes.flatMap(({ lane, marks }) =>
                marks.map((mark) => (
                  <tr key={`${lane.view.name}-${mark.row.rowIndex}`} data-time={mark.time}>
                    <td>
                      <code>{lane.view.name}</code>
                    </td>
                    <td>{formats.date(mark.row.eventMs)}</td>
                    <td>{words.landed(mark)}</td>
                    <td>{words.status(mark)}</td>
                    <td className="figure">
                      {Object.entries(mark.row.values)
                        .map(([name, value]) => `${name} ${cellText(value)}`)
                        .join(' · ')}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
