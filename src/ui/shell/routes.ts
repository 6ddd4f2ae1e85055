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

/** Where the storage page is: it belongs to no station. */
export const STORAGE_ADDRESS = '/storage';

/** Where a teacher reviews hand-ins: it belongs to the lessons, but is no lesson. */
export const REVIEW_ADDRESS = '/review';

/** Whether an address is that of a lesson, and not of a page beside them. */
export function isLessonAddress(address: string): boolean {
  return /^\/lessons\/(?!link\b|hand-in\b)./.test(address);
}

/** The station that an address belongs to; null for a page beside the route. */
export function stationAt(address: string): Station | null {
  const name = address.split(/[/?]/)[1] ?? '';
  if (address.startsWith(STORAGE_ADDRESS)) return null;
  // A lesson link, and what comes back of one.
  if (name === 'l' || address.startsWith(REVIEW_ADDRESS)) return 'lessons';
  return STATIONS.find((station) => station === name) ?? 'map';
}
