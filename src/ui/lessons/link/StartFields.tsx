import {
  type LessonVariable,
  variablesOf,
  variablesUsed,
} from '../../../notebook/lesson/lesson-variables.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';
import { DatasetField } from './DatasetField.tsx';
import { linkTexts } from './link-texts.ts';
import { useDraftLesson } from './use-draft-lesson.ts';

/** In which language, with which data, at which instant and with which seed it starts. */
export function StartFields({ draft, change }: ComposeProps) {
  const texts = useMessages(linkTexts);
  return (
    <fieldset className="compose-part">
      <legend>{texts.howStarts}</legend>
      <div className="compose-fields">
        <label className="field">
          <span>{texts.fieldLanguage}</span>
          <select
            value={draft.language}
            onChange={({ target }) => change({ language: target.value as typeof draft.language })}
          >
            <option value="">{texts.asStudent}</option>
            <option value="en">English</option>
            <option value="fr">Français</option>
          </select>
        </label>
        <DatasetField draft={draft} change={change} />
        <label className="field">
          <span>{texts.fieldClock}</span>
          <input
            type="datetime-local"
            value={draft.clock}
            onChange={({ target }) => change({ clock: target.value })}
          />
        </label>
        <VariableField name="AS_OF" draft={draft} change={change} />
        <VariableField name="SEED" draft={draft} change={change} />
      </div>
    </fieldset>
  );
}

/** A variable of the lesson's cells, greyed with the reason where no cell goes by it. */
function VariableField({ name, draft, change }: ComposeProps & { readonly name: LessonVariable }) {
  const texts = useMessages(linkTexts);
  const lesson = useDraftLesson(draft)?.lesson;
  const isUsed = lesson == null || variablesUsed(lesson).includes(name);
  const own = lesson == null ? undefined : variablesOf(lesson.start)[name];
  const value = name === 'AS_OF' ? draft.asOf : draft.seed;
  const hint = isUsed ? (own === undefined ? null : texts.lessonSays(String(own))) : texts.fieldUnused(name);
  const set = (text: string): void => change(name === 'AS_OF' ? { asOf: text } : { seed: text });
  return (
    <label className="field">
      <span>{name === 'AS_OF' ? texts.fieldAsOf : texts.fieldSeed}</span>
      <input
        {...(name === 'AS_OF' ? { type: 'date' } : { type: 'number', min: 0, max: 4_294_967_295 })}
        // What was set for another lesson can still be taken out.
        disabled={!isUsed && value === ''}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
      {hint !== null && <span className="hint">{hint}</span>}
    </label>
  );
}
