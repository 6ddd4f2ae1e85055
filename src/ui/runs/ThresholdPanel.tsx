import { useMemo } from 'react';
import { Label } from 'react-aria-components/Label';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import {
  cheapest,
  costAt,
  costLine,
  scoreAtHundredths,
  scoreAtThreshold,
} from '../../lab/runs/at-threshold.ts';
import type { TestScores } from '../../lab/runs/evaluation.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ConfusionTable } from './ConfusionTable.tsx';
import { CostChart } from './CostChart.tsx';
import { evaluationTexts } from './evaluation-texts.ts';

/** What each kind of mistake costs until the student says otherwise. */
const COSTS = { missedLeaver: 50, needlessCall: 20 };

/** A threshold to drag, and what it means: who is called, who is missed, what it costs. Kept in the address. */
export function ThresholdPanel({ test }: { readonly test: TestScores }) {
  const texts = useMessages(evaluationTexts);
  const formats = useFormats();
  const { params, change } = useAddressParams();
  const hundredths = useMemo(() => scoreAtHundredths(test), [test]);
  const threshold = numberOr(params.get('at'), 0.5);
  const costs = {
    missedLeaver: numberOr(params.get('missed'), COSTS.missedLeaver),
    needlessCall: numberOr(params.get('call'), COSTS.needlessCall),
  };
  const at = useMemo(() => scoreAtThreshold(test, threshold), [test, threshold]);
  const line = costLine(hundredths, costs);
  const best = cheapest(line);
  const set = (name: string, value: string) => change({ [name]: value }, { replace: true });
  const nCalled = at.truePositives + at.falsePositives;
  const finding =
    nCalled === 0
      ? texts.thresholdNone(formats.number(threshold, 2))
      : texts.thresholdFinding(
          formats.number(threshold, 2),
          formats.percent(at.recall),
          formats.percent(at.precision),
        );
  return (
    <>
      <section className="section">
        <h2>{finding}</h2>
        <Slider
          className="run-slider"
          minValue={0}
          maxValue={1}
          step={0.01}
          value={threshold}
          onChange={(value) => set('at', String(value))}
        >
          <div className="run-slider-head">
            <Label>{texts.thresholdLabel}</Label>
            <SliderOutput className="figure" />
          </div>
          <SliderTrack className="run-slider-track">
            <SliderThumb className="run-slider-thumb" />
          </SliderTrack>
        </Slider>
        <dl className="run-scores" aria-live="polite">
          {(['precision', 'recall', 'f1', 'accuracy'] as const).map((name) => (
            <div key={name}>
              <dt>{texts[name]}</dt>
              <dd>{formats.percent(at[name])}</dd>
            </div>
          ))}
          <div>
            <dt>{texts.costHere}</dt>
            <dd>{formats.count(costAt(at, costs))}</dd>
          </div>
        </dl>
      </section>
      <div className="run-pictures">
        <section className="section">
          <h3>{texts.confusion}</h3>
          <ConfusionTable at={at} />
        </section>
        <section className="section">
          <div className="fields">
            {(['missed', 'call'] as const).map((name) => (
              <label key={name} className="field">
                <span>{name === 'missed' ? texts.costMissed : texts.costCall}</span>
                <input
                  type="number"
                  min={0}
                  value={params.get(name) ?? COSTS[name === 'missed' ? 'missedLeaver' : 'needlessCall']}
                  onChange={(event) => set(name, event.target.value)}
                />
              </label>
            ))}
            <button type="button" className="plain" onClick={() => set('at', String(best.threshold))}>
              {texts.toCheapest}
            </button>
          </div>
          <CostChart line={line} best={best} threshold={threshold} />
        </section>
      </div>
    </>
  );
}

/** The number that stands in a field or in the address; another one for what is none, or below 0. */
function numberOr(text: string | null, otherwise: number): number {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}
