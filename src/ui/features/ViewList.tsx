import type { FeatureDefinitions } from '../../lab/features/read-feature-definitions.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { featuresTexts } from './features-texts.ts';
import { ViewItem } from './ViewItem.tsx';

/** The entities, then every feature view with all that is said of it. */
export function ViewList({ definitions }: { readonly definitions: FeatureDefinitions }) {
  const texts = useMessages(featuresTexts);
  return (
    <>
      <section className="section">
        <h2>{texts.entities}</h2>
        <ul className="entities">
          {definitions.entities.map(({ name, joinKeys, description }) => (
            <li key={name}>
              <strong>{name}</strong> <span className="hint">{texts.joinedBy('')}</span>
              <code>{joinKeys.join(', ')}</code>
              {description !== '' && <span className="hint"> · {description}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section className="section">
        <h2>{texts.featureViews}</h2>
        <div className="views">
          {definitions.views.map((view) => (
            <ViewItem key={view.definition.name} view={view} />
          ))}
        </div>
      </section>
    </>
  );
}
