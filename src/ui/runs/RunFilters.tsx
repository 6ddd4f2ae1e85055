import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { runsTexts } from './runs-texts.ts';

/** MLflow's filter language, and plain words for those who do not know it yet. */
export function RunFilters({
  filter,
  text,
  view,
  onChange,
  onView,
}: {
  readonly filter: string;
  readonly text: string;
  readonly view: string;
  readonly onChange: (filter: string, text: string) => void;
  readonly onView: (view: string) => void;
}) {
  const texts = useMessages(runsTexts);
  const [newFilter, setFilter] = useState(filter);
  const [newText, setText] = useState(text);
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(newFilter.trim(), newText.trim());
      }}
    >
      <label className="field runs-text">
        <span>{texts.text}</span>
        <input
          type="search"
          value={newText}
          placeholder={texts.textExample}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label className="field runs-filter">
        <span>{texts.filter}</span>
        <input
          className="figure"
          value={newFilter}
          placeholder={texts.filterExample}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setFilter(event.target.value)}
        />
      </label>
      <button type="submit" className="plain">
        {texts.filterApply}
      </button>
      <label className="field">
        <span>{texts.view}</span>
        <select value={view} onChange={(event) => onView(event.target.value)}>
          <option value="active">{texts.viewActive}</option>
          <option value="deleted">{texts.viewDeleted}</option>
        </select>
      </label>
    </form>
  );
}
