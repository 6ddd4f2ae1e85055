import type { OnlineStoreState, OnlineView } from '../../lab/serving/read-online-store.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { servingTexts } from './serving-texts.ts';

/** Per view how many rows are online, and how old they are against the ttl. */
export function OnlineTable({ online }: { readonly online: OnlineStoreState }) {
  const texts = useMessages(servingTexts);
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */
    <div className="table-frame stack-frame" tabIndex={0}>
      <table className="table one-line stacked">
        <thead>
          <tr>
            <th scope="col">{texts.view}</th>
            <th scope="col" data-number>
              {texts.rows}
            </th>
            <th scope="col">{texts.newest}</th>
            <th scope="col">{texts.age}</th>
            <th scope="col">{texts.ttl}</th>
            <th scope="col" data-number>
              {texts.tooOldRows}
            </th>
          </tr>
        </thead>
        <tbody>
          {online.views.map((view) => (
            <ViewLine key={view.name} view={view} now={online.now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ViewLine({ view, now }: { readonly view: OnlineView; readonly now: number }) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const { name, nRows, nTooOld, newestEvent, ttlMs } = view;
  const ageMs = newestEvent === null ? null : now - newestEvent;
  const isTooOld = ageMs !== null && ttlMs > 0 && ageMs > ttlMs;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td data-number data-label={texts.rows}>
        {formats.count(nRows)}
      </td>
      <td data-label={texts.newest}>{newestEvent === null ? texts.nothing : formats.instant(newestEvent)}</td>
      <td data-label={texts.age}>
        {ageMs !== null && (
          <span className="feature-mark" data-mark={isTooOld ? 'too-old' : 'present'}>
            {formats.duration(ageMs)} <span aria-hidden="true">{isTooOld ? '◷' : '●'}</span>{' '}
            {isTooOld ? texts.tooOld : texts.fresh}
          </span>
        )}
      </td>
      <td data-label={texts.ttl}>{ttlMs === 0 ? texts.noTtl : formats.duration(ttlMs)}</td>
      <td data-number data-label={texts.tooOldRows}>
        {formats.count(nTooOld)}
      </td>
    </tr>
  );
}
