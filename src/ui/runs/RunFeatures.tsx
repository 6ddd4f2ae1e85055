import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { newRunTexts } from './new-run-texts.ts';

/** Which features to learn from, by feature view. Their order stays that of the views. */
export function RunFeatures({
  all,
  chosen,
  problem,
  onChange,
}: {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly problem: FieldProblem | null;
  readonly onChange: (features: readonly string[]) => void;
}) {
  const texts = useMessages(newRunTexts);
  const formats = useFormats();
  const views = [...new Set([...chosen, ...all].map(viewOf))];
  // The order in which the model takes them: those of the present choice first, then the rest.
  const order = [...chosen, ...all.filter((feature) => !chosen.includes(feature))];
  const choose = (features: readonly string[]) =>
    onChange(order.filter((feature) => features.includes(feature)));
  return (
    <details className="run-features">
      <summary>
        {texts.featuresSummary(texts.featuresChosen(formats.count(chosen.length), formats.count(all.length)))}
        {problem !== null && <span className="field-problem"> {texts.emptyFeatures}</span>}
      </summary>
      <div className="run-feature-views">
        {views.map((view) => {
          const features = all.filter((feature) => viewOf(feature) === view);
          const nChosen = features.filter((feature) => chosen.includes(feature)).length;
          const rest = chosen.filter((feature) => viewOf(feature) !== view);
          return (
            <div key={view} className="run-feature-view">
              <label>
                <input
                  type="checkbox"
                  aria-label={texts.allOf(view)}
                  checked={nChosen === features.length}
                  ref={(box) => {
                    if (box !== null) box.indeterminate = nChosen > 0 && nChosen < features.length;
                  }}
                  onChange={() => choose(nChosen === features.length ? rest : [...rest, ...features])}
                />
                {view}
              </label>
              {features.map((feature) => (
                <label key={feature}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(feature)}
                    onChange={() =>
                      choose(
                        chosen.includes(feature)
                          ? chosen.filter((other) => other !== feature)
                          : [...chosen, feature],
                      )
                    }
                  />
                  {feature.split(':')[1]}
                </label>
              ))}
            </div>
          );
        })}
      </div>
    </details>
  );
}

function viewOf(feature: string): string {
  return feature.split(':')[0] as string;
}
