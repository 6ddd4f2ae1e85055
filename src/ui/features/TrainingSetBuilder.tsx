import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import type { JoinModeName } from '../../core/features/historical-features.ts';
import { listMonths, type Months } from '../../lab/features/list-customers.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLab } from '../workspace-queries.ts';
import { explorerTexts } from './explorer-texts.ts';
import { FeatureTree } from './FeatureTree.tsx';
import { LoadRows } from './FirstSteps.tsx';
import { featuresTexts } from './features-texts.ts';
import { TrainingSetResult } from './TrainingSetResult.tsx';
import { trainingSetTexts } from './training-set-texts.ts';
import { MODES } from './use-explorer.ts';
import { useTrainingSet } from './use-training-set.ts';
import './training-set.css';

/**
 * As-of, labels, rules and features in; a training set with its findings out. A compact one, as beside a lesson, folds
 * its features, so that the findings are in sight.
 */
export function TrainingSetBuilder({
  views,
  isCompact = false,
}: {
  readonly views: readonly FeatureViewDefinition[];
  readonly isCompact?: boolean;
}) {
  const texts = useMessages(featuresTexts);
  const { data: months } = useLab(['data'], ['feature-months'], listMonths);
  if (months === undefined) return <p className="loading">{texts.loading}</p>;
  if (months.users.length === 0) return <LoadRows />;
  return <BuilderForm views={views} months={months} isCompact={isCompact} />;
}

function BuilderForm({
  views,
  months,
  isCompact,
}: {
  readonly views: readonly FeatureViewDefinition[];
  readonly months: Months;
  readonly isCompact: boolean;
}) {
  const texts = useMessages(trainingSetTexts);
  const modeTexts = useMessages(explorerTexts);
  const formats = useFormats();
  const { spec, all, isBuilt, choose, build } = useTrainingSet(views, months);
  const words =
    spec.features.length === 0
      ? texts.noFeature
      : texts.chosen(formats.count(spec.features.length), formats.count(all.length));
  const tree = (
    <FeatureTree views={views} chosen={spec.features} onChange={(features) => choose({ features })} />
  );
  return (
    <>
      <p>{texts.lead}</p>
      <form
        className="section builder"
        onSubmit={(event) => {
          event.preventDefault();
          build();
        }}
      >
        <div className="fields">
          <label className="field">
            <span>{texts.asOf}</span>
            <select value={spec.asOf} onChange={({ target }) => choose({ asOf: target.value })}>
              {months.users.map((month) => (
                <option key={month}>{month}</option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{texts.labels}</span>
            <select
              value={spec.labels ?? ''}
              onChange={({ target }) => choose({ labels: target.value === '' ? null : target.value })}
            >
              <option value="">{texts.noLabels}</option>
              {months.labels.map((month) => (
                <option key={month}>{month}</option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{texts.join}</span>
            <select
              value={spec.mode}
              onChange={({ target }) => choose({ mode: target.value as JoinModeName })}
            >
              {MODES.map((mode) => (
                <option key={mode} value={mode}>
                  {modeTexts[mode]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {isCompact ? (
          <details className="quiet-fold">
            <summary>{words}</summary>
            {tree}
          </details>
        ) : (
          tree
        )}
        {!(isCompact && isBuilt) && (
          <div className="actions">
            <button type="submit" className="primary" disabled={spec.features.length === 0}>
              {texts.build}
            </button>
            <span className="hint">{words}</span>
          </div>
        )}
      </form>
      {isBuilt && spec.features.length > 0 && <TrainingSetResult spec={spec} />}
    </>
  );
}
