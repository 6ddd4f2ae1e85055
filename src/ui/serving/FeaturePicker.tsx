import type { ServedView } from '../../lab/serving/read-serving.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { servingTexts } from './serving-texts.ts';

/** Which features the API reads, folded away as long as they are those of the model. */
export function FeaturePicker({
  views,
  chosen,
  suggested,
  onChange,
}: {
  readonly views: readonly ServedView[];
  readonly chosen: readonly string[];
  readonly suggested: readonly string[];
  /** Null goes back to the suggested ones. */
  readonly onChange: (features: readonly string[] | null) => void;
}) {
  const texts = useMessages(servingTexts);
  const formats = useFormats();
  const all = views.flatMap((view) => view.features.map(({ name }) => `${view.name}:${name}`));
  const toggle = (reference: string): void =>
    onChange(all.filter((other) => (other === reference) !== chosen.includes(other)));
  return (
    <details className="feature-picker">
      <summary>{texts.featuresChosen(formats.count(chosen.length), formats.count(all.length))}</summary>
      <p className="hint">
        {texts.featuresWhy}{' '}
        {chosen.join() !== suggested.join() && (
          <button type="button" className="quiet" onClick={() => onChange(null)}>
            {texts.asTrained}
          </button>
        )}
      </p>
      <div className="feature-groups">
        {views.map(({ name: view, features }) => (
          <fieldset key={view}>
            <legend>
              <code>{view}</code>
            </legend>
            {features.map(({ name }) => (
              <label key={name} className="check-line">
                <input
                  type="checkbox"
                  checked={chosen.includes(`${view}:${name}`)}
                  onChange={() => toggle(`${view}:${name}`)}
                />
                <code>{name}</code>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
