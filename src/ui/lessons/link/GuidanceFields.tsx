import { LINK_CONTROLS, LINK_STATIONS } from '../../../notebook/link/lesson-link.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';
import { linkTexts } from './link-texts.ts';

/** How students are guided: steps, solutions, time, a word, and what is hidden or locked. */
export function GuidanceFields({ draft, change }: ComposeProps) {
  const texts = useMessages(linkTexts);
  return (
    <fieldset className="compose-part">
      <legend>{texts.howGuided}</legend>
      <div className="compose-fields">
        <label className="field">
          <span>{texts.fieldSteps}</span>
          <select
            value={draft.steps}
            onChange={({ target }) => change({ steps: target.value as typeof draft.steps })}
          >
            <option value="">{texts.asLesson}</option>
            <option value="in-order">{texts.optionInOrder}</option>
            <option value="open">{texts.optionOpen}</option>
          </select>
        </label>
        <label className="field">
          <span>{texts.fieldSolutions}</span>
          <select
            value={draft.solutions}
            onChange={({ target }) => change({ solutions: target.value as typeof draft.solutions })}
          >
            <option value="">{texts.asLesson}</option>
            <option value="on">{texts.optionOn}</option>
            <option value="after">{texts.optionAfter}</option>
            <option value="off">{texts.optionOff}</option>
          </select>
        </label>
        {draft.solutions === 'after' && (
          <label className="field">
            <span>{texts.fieldTries}</span>
            <input
              type="number"
              min={1}
              max={99}
              value={draft.tries}
              onChange={({ target }) => change({ tries: target.value })}
            />
          </label>
        )}
        <label className="field">
          <span>{texts.fieldMinutes}</span>
          <input
            type="number"
            min={1}
            max={600}
            value={draft.minutes}
            onChange={({ target }) => change({ minutes: target.value })}
          />
        </label>
      </div>
      <label className="field">
        <span>{texts.fieldNote}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
      <Choices
        legend={texts.fieldHidden}
        names={LINK_STATIONS}
        chosen={draft.hiddenStations}
        textOf={(name) => texts[`station-${name}`]}
        onChange={(hiddenStations) => change({ hiddenStations })}
      />
      <Choices
        legend={texts.fieldLocked}
        names={LINK_CONTROLS}
        chosen={draft.lockedControls}
        textOf={(name) => texts[`control-${name}`]}
        onChange={(lockedControls) => change({ lockedControls })}
      />
    </fieldset>
  );
}

function Choices<N extends string>({
  legend,
  names,
  chosen,
  textOf,
  onChange,
}: {
  readonly legend: string;
  readonly names: readonly N[];
  readonly chosen: readonly N[];
  readonly textOf: (name: N) => string;
  readonly onChange: (chosen: N[]) => void;
}) {
  return (
    <fieldset className="compose-choices">
      <legend>{legend}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ target }) =>
              onChange(names.filter((other) => (other === name ? target.checked : chosen.includes(other))))
            }
          />{' '}
          {textOf(name)}
        </label>
      ))}
    </fieldset>
  );
}
