import { Children, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../i18n/use-messages.ts';
import { mapTexts } from './map-texts.ts';

/** One room on the map: its name, what it is for, what it holds now, and the way to its station. */
export function MapNode({
  area,
  href,
  title,
  purpose,
  children,
}: {
  readonly area: string;
  readonly href: string;
  readonly title: string;
  readonly purpose: string;
  readonly children: ReactNode;
}) {
  const texts = useMessages(mapTexts);
  const isEmpty = Children.toArray(children).length === 0;
  return (
    <Link className="map-node" href={href} style={{ gridArea: area }} data-empty={isEmpty}>
      <span className="map-title">{title}</span>
      <span className="map-purpose">{purpose}</span>
      <span className="map-holds">{isEmpty ? <span className="hint">{texts.nothing}</span> : children}</span>
    </Link>
  );
}
