import type { VersionWithRun } from '../../lab/models/read-models.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ComparisonTables } from './ComparisonTables.tsx';
import { modelsTexts } from './models-texts.ts';

/** The version that the address names beside another one. Renders nothing while none is chosen. */
export function VersionComparison({ versions }: { readonly versions: readonly VersionWithRun[] }) {
  const texts = useMessages(modelsTexts);
  const { params, change } = useAddressParams();
  const numbered = (number: string | null): VersionWithRun | undefined =>
    versions.find(({ version }) => String(version.version) === number);
  const first = numbered(params.get('compare'));
  if (first === undefined) return null;
  const others = versions.filter((entry) => entry !== first);
  const second = numbered(params.get('with')) ?? others[0];
  if (second === undefined || second === first) return null;
  const [one, two] = [first, second].map(({ version }) => String(version.version)) as [string, string];
  return (
    <section className="section">
      <div className="section-head">
        <h2>{texts.compareTitle(one, two)}</h2>
        <label className="field">
          <span>{texts.with}</span>
          <select value={two} onChange={(event) => change({ with: event.target.value })}>
            {others.map(({ version }) => (
              <option key={version.version} value={version.version}>
                {texts.versionOf(String(version.version))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ComparisonTables first={first} second={second} />
    </section>
  );
}
