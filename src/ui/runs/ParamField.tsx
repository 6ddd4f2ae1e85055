import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import type { EstimatorName, ParamDefinition, ParamValue } from '../../lab/runs/estimator-definitions.ts';
import { paramText } from '../../lab/runs/run-draft.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { newRunTexts } from './new-run-texts.ts';
import { RunField } from './RunField.tsx';

type Texts = (typeof newRunTexts)['en'];

/** One parameter of an estimator: a choice, a switch or a typed value. */
export function ParamField({
  estimator,
  param,
  value,
  typed,
  problem,
  onChange,
}: {
  readonly estimator: EstimatorName;
  readonly param: ParamDefinition;
  readonly value: ParamValue;
  /** What stands in the field, where something was entered. */
  readonly typed: string | null;
  readonly problem: FieldProblem | null;
  readonly onChange: (text: string) => void;
}) {
  const texts = useMessages(newRunTexts);
  const { name, kind, choices = [] } = param;
  const isEpochs = estimator === 'MLPClassifier' && name === 'maxIter';
  const label = texts[(isEpochs ? 'maxEpochs' : name) as keyof Texts] as string;
  const hint = texts[`${name}Hint` as keyof Texts] as string;
  if (kind === 'flag') {
    return (
      <div className="field">
        <label className="actions">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(String(event.target.checked))}
          />
          <strong>{label}</strong>
        </label>
        <span className="hint">{hint}</span>
      </div>
    );
  }
  if (kind === 'choice') {
    return (
      <FieldFrame label={label} hint={hint} problem={problem}>
        {(ids) => (
          <select {...ids} value={paramText(value)} onChange={(event) => onChange(event.target.value)}>
            {choices.map((choice) => (
              <option key={choice} value={choice ?? ''}>
                {choice ?? (name === 'maxFeatures' ? texts.all : texts.none)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    );
  }
  return (
    <RunField
      label={label}
      hint={hint}
      kind={kind === 'list' ? 'text' : 'number'}
      step={kind === 'whole' ? '1' : 'any'}
      text={typed ?? paramText(value)}
      problem={problem}
      onChange={onChange}
    />
  );
}
