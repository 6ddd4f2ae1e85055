import { useStore } from 'zustand';
import { type Language, session, setLanguage, setTheme, type Theme } from '../../lab/session/session.ts';
import { readDatasetDigest } from '../../lab/workspace/dataset-digest.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLab } from '../workspace-queries.ts';
import { ClockControl } from './ClockControl.tsx';
import { SaveState } from './SaveState.tsx';
import { shellTexts } from './shell-texts.ts';

/** Name, lab clock, dataset, saving state, language and theme. */
export function TopBar() {
  const texts = useMessages(shellTexts);
  const language = useStore(session, (state) => state.language);
  const theme = useStore(session, (state) => state.theme);
  return (
    <header className="top-bar">
      <span className="lab-name">StreamFlow Lab</span>
      <ClockControl />
      <DatasetState />
      <span className="bar-space" />
      <SaveState />
      <label className="bar-choice">
        <span className="visually-hidden">{texts.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
          <option value="en" lang="en">
            English
          </option>
          <option value="fr" lang="fr">
            Français
          </option>
        </select>
      </label>
      <label className="bar-choice">
        <span className="visually-hidden">{texts.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          <option value="system">{texts.system}</option>
          <option value="light">{texts.light}</option>
          <option value="dark">{texts.dark}</option>
        </select>
      </label>
    </header>
  );
}

/** The digest of everything that is stored as data, short: two students compare it aloud. */
function DatasetState() {
  const texts = useMessages(shellTexts);
  const { data: digest } = useLab(['data'], ['dataset-digest'], readDatasetDigest);
  if (digest === undefined) return null;
  return (
    <span className="bar-state">{digest === null ? texts.noDataset : texts.dataset(digest.slice(0, 8))}</span>
  );
}
