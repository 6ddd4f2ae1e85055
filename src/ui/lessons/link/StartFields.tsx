import { useMessages } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';
import { linkTexts } from './link-texts.ts';

/** In which language, at which instant and with which seed it starts. */
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
        <label className="field">
          <span>{texts.fieldClock}</span>
          <input
            type="datetime-local"
            value={draft.clock}
            onChange={({ target }) => change({ clock: target.value })}
          />
        </label>
        <label className="field">
          <span>{texts.fieldAsOf}</span>
          <input type="date" value={draft.asOf} onChange={({ target }) => change({ asOf: target.value })} />
        </label>
        <label className="field">
          <span>{texts.fieldSeed}</span>
          <input
            type="number"
            min={0}
            max={4_294_967_295}
            value={draft.seed}
            onChange={({ target }) => change({ seed: target.value })}
          />
        </label>
      </div>
    </fieldset>
  );
}
