import { useMessages } from '../i18n/use-messages.ts';
import { runsTexts } from './runs-texts.ts';

/** A column's head that sorts by it: first the greatest, then the least, then as it was. */
export function SortHeader({
  field,
  label,
  isNumber,
  order,
  onOrder,
}: {
  readonly field: string;
  readonly label: string;
  readonly isNumber: boolean;
  readonly order: string;
  readonly onOrder: (order: string | null) => void;
}) {
  const texts = useMessages(runsTexts);
  const direction =
    order === `${field} DESC` ? 'descending' : order === `${field} ASC` ? 'ascending' : 'none';
  const next = direction === 'none' ? `${field} DESC` : direction === 'descending' ? `${field} ASC` : null;
  const arrow = { none: '', descending: ' ↓', ascending: ' ↑' }[direction];
  return (
    <th scope="col" aria-sort={direction} {...(isNumber ? { 'data-number': true } : {})}>
      <button
        type="button"
        className="sort-button"
        aria-label={texts.sortBy(label)}
        onClick={() => onOrder(next)}
      >
        {label}
        {arrow}
      </button>
    </th>
  );
}
