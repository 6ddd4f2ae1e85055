import type { MaterializationOutcome } from '../../lab/serving/materialize.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { servingTexts } from './serving-texts.ts';

/** What a materialization did: rows read and written per view, over which window. */
export function MaterializedTable({ views }: { readonly views: readonly MaterializationOutcome[] }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */
    <div className="table-frame stack-frame" tabIndex={0}>
      <table className="table stacked materialized">
        <thead>
          <tr>
            <th scope="col">{texts.view}</th>
            <th scope="col">{texts.windowOf}</th>
            <th scope="col" data-number>
              {texts.read}
            </th>
            <th scope="col" data-number>
              {texts.written}
            </th>
          </tr>
        </thead>
        <tbody>
          {views.map(({ view, interval, rowsRead, rowsWritten, isSkipped }) => (
            <tr key={view}>
              <th scope="row">
                <code>{view}</code>
              </th>
              <td data-label={texts.windowOf} data-wide>
                {isSkipped
                  ? texts.didNothing
                  : `${formats.instant(interval.start)} – ${formats.instant(interval.end)}`}
              </td>
              <td data-number data-label={texts.read}>
                {formats.count(rowsRead)}
              </td>
              <td data-number data-label={texts.written}>
                {formats.count(rowsWritten)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
