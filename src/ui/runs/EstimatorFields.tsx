import type { FieldProblem } from '../../lab/runs/check-specification.ts';
import { ESTIMATOR_NAMES, ESTIMATORS } from '../../lab/runs/estimator-definitions.ts';
import type { RunSpecification } from '../../lab/runs/run-specification.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { newRunTexts } from './new-run-texts.ts';
import { ParamField } from './ParamField.tsx';
import { RunField } from './RunField.tsx';

/** Which estimator, with the parameters it has. Another estimator starts with the course's settings of it. */
export function EstimatorFields({
  specification,
  problemOf,
}: {
  readonly specification: RunSpecification;
  readonly problemOf: (field: string) => FieldProblem | null;
}) {
  const texts = useMessages(newRunTexts);
  const { params, change } = useAddressParams();
  const { estimator, seed } = specification;
  const choose = (name: string) => {
    const forgotten = ESTIMATORS[estimator.name].params.map((param) => [param.name, null] as const);
    change({ ...Object.fromEntries(forgotten), runName: null, estimator: name }, { replace: true });
  };
  return (
    <fieldset>
      <legend>{texts.estimatorTitle}</legend>
      <div className="run-fields">
        <FieldFrame label={texts.estimator} hint={<code>{estimator.name}</code>}>
          {(ids) => (
            <select {...ids} value={estimator.name} onChange={(event) => choose(event.target.value)}>
              {ESTIMATOR_NAMES.map((name) => (
                <option key={name} value={name}>
                  {texts[name]}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        {ESTIMATORS[estimator.name].params.map((param) => (
          <ParamField
            key={`${estimator.name} ${param.name}`}
            estimator={estimator.name}
            param={param}
            value={estimator.params[param.name] ?? null}
            typed={params.get(param.name)}
            problem={problemOf(param.name)}
            onChange={(text) => change({ [param.name]: text }, { replace: true })}
          />
        ))}
        <RunField
          label={texts.seed}
          hint={texts.seedHint}
          text={params.get('seed') ?? String(seed)}
          step="1"
          problem={problemOf('seed')}
          onChange={(text) => change({ seed: text }, { replace: true })}
        />
      </div>
    </fieldset>
  );
}
