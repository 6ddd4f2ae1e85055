import { useMemo } from 'react';
import type { Table } from '../../core/table/table.ts';
import {
  type CategoryProfile,
  type ColumnProfile,
  type NumberProfile,
  profileTable,
} from '../../lab/data/profile.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CategoryBars } from './CategoryBars.tsx';
import { Histogram } from './Histogram.tsx';
import { rowsTexts } from './rows-texts.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import { useValueText } from './value-text.ts';

/** Every column at a glance: how its values are spread, what is missing, how many differ. */
export function ProfileList({ table }: { readonly table: Table }) {
  const texts = useMessages(rowsTexts);
  const profiles = useMemo(() => profileTable(table), [table]);
  return (
    <ScrollFrame label={texts.profile}>
      <table className="table profiles">
        <thead>
          <tr>
            <th scope="col">{texts.column}</th>
            <th scope="col">{texts.distribution}</th>
            <th scope="col">{texts.figures}</th>
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <tr key={profile.name}>
              <th scope="row">
                <span className="profile-name">{profile.name}</span>
                <span className="hint">{profile.dtype}</span>
              </th>
              <td>
                {profile.kind === 'numbers' ? (
                  <Histogram profile={profile} />
                ) : (
                  <CategoryBars profile={profile} />
                )}
              </td>
              <td>
                <Counts profile={profile} />
                {profile.kind === 'numbers' && <Range profile={profile} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Counts({ profile }: { readonly profile: NumberProfile | CategoryProfile }) {
  const texts = useMessages(rowsTexts);
  const formats = useFormats();
  const { nRows, nNulls, nDistinct } = profile satisfies ColumnProfile;
  return (
    <p className="profile-counts">
      <span>
        {nNulls === 0
          ? `● ${texts.nothingMissing}`
          : `○ ${texts.nMissing(formats.count(nNulls), formats.percent(nNulls / nRows))}`}
      </span>
      <span>
        {nDistinct === nRows && nRows > 1 ? texts.allDistinct : texts.nDistinct(formats.count(nDistinct))}
      </span>
    </p>
  );
}

function Range({ profile }: { readonly profile: NumberProfile }) {
  const texts = useMessages(rowsTexts);
  const valueText = useValueText(profile.dtype);
  const { range } = profile;
  if (range === null || range.min === range.max) return null;
  const isTime = profile.dtype === 'timestamp';
  const figures = [
    [texts.min, valueText(range.min)],
    ...(isTime ? [] : [[texts.quartiles, `${valueText(range.q1)} – ${valueText(range.q3)}`] as const]),
    [texts.median, valueText(range.median)],
    ...(isTime ? [] : [[texts.mean, valueText(range.mean)] as const]),
    [texts.max, valueText(range.max)],
  ] as const;
  return (
    <p className="profile-range">
      {figures.map(([label, value]) => (
        <span key={label}>
          <span className="hint">{label}</span> {value}
        </span>
      ))}
    </p>
  );
}
