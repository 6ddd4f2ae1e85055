/** The stations of the app that a lesson may link to, as `#/data`; the page's own list is tested to be the same. */
export const LINKED_STATIONS = [
  'map',
  'lessons',
  'data',
  'features',
  'runs',
  'models',
  'serving',
  'notebook',
] as const;
