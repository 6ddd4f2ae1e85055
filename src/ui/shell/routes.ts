/** The stations in the order of the route; each is a page with its own address. */
export const STATIONS = [
  'map',
  'lessons',
  'data',
  'features',
  'runs',
  'models',
  'serving',
  'notebook',
] as const;

export type Station = (typeof STATIONS)[number];

/** The address of a station, within the page's hash. */
export function addressOf(station: Station): string {
  return station === 'map' ? '/' : `/${station}`;
}

/** The station that an address belongs to. */
export function stationAt(address: string): Station {
  const name = address.split(/[/?]/)[1] ?? '';
  return STATIONS.find((station) => station === name) ?? 'map';
}
