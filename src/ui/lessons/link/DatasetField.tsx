import { useState } from 'react';
import { freeLabDataset, SHIPPED_DATASETS } from '../../../lab/course/link-dataset.ts';
import { announce } from '../../../lab/session/session.ts';
import { readDatasetDigest } from '../../../lab/workspace/dataset-digest.ts';
import { loadWorkspace } from '../../../lab/workspace/load-workspace.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ComposeProps } from './compose-props.ts';
import { linkTexts } from './link-texts.ts';

const FREE_LAB = 'free-lab';

/** From which data the lesson's lab starts: the lesson's own, a shipped dataset, or months that the students import. */
export function DatasetField({ draft, change }: ComposeProps) {
  const texts = useMessages(linkTexts);
  const [isEmpty, setEmpty] = useState(false);
  const isFreeLab = draft.dataset.startsWith(FREE_LAB);
  const choose = async (value: string): Promise<void> => {
    setEmpty(false);
    if (value !== FREE_LAB) return change({ dataset: value });
    const digest = await readDatasetDigest(await loadWorkspace());
    if (digest === null) {
      setEmpty(true);
      announce(texts.freeLabEmpty);
    } else change({ dataset: freeLabDataset(digest) });
  };
  return (
    <label className="field">
      <span>{texts.fieldDataset}</span>
      <select
        value={isFreeLab ? FREE_LAB : draft.dataset}
        onChange={({ target }) => void choose(target.value)}
      >
        <option value="">{texts.asLesson}</option>
        {SHIPPED_DATASETS.map((name) => (
          <option key={name} value={name}>
            {texts.optionShipped(name)}
          </option>
        ))}
        <option value={FREE_LAB}>{texts.optionFreeLab}</option>
      </select>
      {isFreeLab && <span className="hint">{texts.freeLabHint}</span>}
      {isEmpty && <span className="hint">{texts.freeLabEmpty}</span>}
    </label>
  );
}
