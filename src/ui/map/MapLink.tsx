import type { LinkName, LinkState } from '../../lab/map/read-map.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { mapTexts } from './map-texts.ts';

/** The mark that tells a link's state apart without its colour. */
const MARKS: Record<LinkState, string> = { idle: '', flowing: '', stale: '◷', broken: '✕' };

/** The arrow from one room to the next: dotted while nothing passed, cut where it is broken. */
export function MapLink({ name, state }: { readonly name: LinkName; readonly state: LinkState }) {
  const texts = useMessages(mapTexts);
  return (
    <span
      className="map-link"
      data-link={name}
      data-state={state}
      style={{ gridArea: name }}
      aria-hidden="true"
    >
      <span className="map-line" />
      {MARKS[state] !== '' && (
        <span className="map-mark" title={texts[state]}>
          {MARKS[state]}
        </span>
      )}
    </span>
  );
}
