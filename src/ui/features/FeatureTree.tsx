import { type FeatureViewDefinition, featuresOf } from '../../core/features/feature-view.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { trainingSetTexts } from './training-set-texts.ts';

/** The features by view, each with a box; a view's own box stands for all of them. */
export function FeatureTree({
  views,
  chosen,
  onChange,
}: {
  readonly views: readonly FeatureViewDefinition[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const texts = useMessages(trainingSetTexts);
  const set = (references: readonly string[], isOn: boolean): void => {
    const others = chosen.filter((reference) => !references.includes(reference));
    onChange(isOn ? [...others, ...references] : others);
  };
  return (
    <fieldset className="feature-tree">
      <legend>{texts.features}</legend>
      {views.map((view) => {
        const references = featuresOf(view).map(({ name }) => `${view.name}:${name}`);
        const nChosen = references.filter((reference) => chosen.includes(reference)).length;
        return (
          <div key={view.name} className="tree-view">
            <label className="check">
              <input
                type="checkbox"
                checked={nChosen === references.length}
                ref={(box) => {
                  if (box !== null) box.indeterminate = nChosen > 0 && nChosen < references.length;
                }}
                onChange={({ target }) => set(references, target.checked)}
              />
              <code>{view.name}</code>
            </label>
            <ul>
              {references.map((reference) => (
                <li key={reference}>
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={chosen.includes(reference)}
                      onChange={({ target }) => set([reference], target.checked)}
                    />
                    <span>{reference.split(':')[1]}</span>
                  </label>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </fieldset>
  );
}
