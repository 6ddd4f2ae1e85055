const PATHS = {
  run: 'M4.5 2.8v10.4L13 8z',
  stop: 'M3.5 3.5h9v9h-9z',
  up: 'M8 3.5v9M4 7.5l4-4 4 4',
  down: 'M8 12.5v-9M4 8.5l4 4 4-4',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  delete: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  plus: 'M8 3v10M3 8h10',
  find: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 7.5H6',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const;

/** Names of the drawings. */
export type IconName = keyof typeof PATHS;

/** A small drawing beside or instead of a word; the button around it has the word. */
export function Icon({ name }: { readonly name: IconName }) {
  const isSolid = name === 'run' || name === 'stop';
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={isSolid ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.5 : isSolid ? 0 : 1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
