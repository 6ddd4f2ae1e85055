import type { CategoryProfile } from '../../lab/data/profile.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { rowsTexts } from './rows-texts.ts';

/** The most frequent values of a column with their share; a column of names has no picture worth drawing. */
export function CategoryBars({ profile }: { readonly profile: CategoryProfile }) {
  const texts = useMessages(rowsTexts);
  const formats = useFormats();
  const { nRows, nNulls, nDistinct, top } = profile;
  const nPresent = nRows - nNulls;
  if (nPresent === 0) return <span className="hint">{texts.onlyMissing}</span>;
  const isName = nDistinct > 1 && top[0]!.count <= Math.max(1, nPresent / 200);
  if (isName) {
    return (
      <span className="figure">
        {top
          .map(({ value }) => value)
          .join(', ')
          .slice(0, 60)}
        …
      </span>
    );
  }
  const nOthers = nPresent - top.reduce((sum, { count }) => sum + count, 0);
  const bars = nOthers > 0 ? [...top, { value: texts.others, count: nOthers }] : top;
  return (
    <ul className="category-bars">
      {bars.map(({ value, count }) => (
        <li key={value}>
          <span className="category-bar" style={{ width: `${(count / nRows) * 100}%` }} aria-hidden="true" />
          <span className="category-name">{value}</span>
          <span>{formats.percent(count / nRows)}</span>
        </li>
      ))}
    </ul>
  );
}
