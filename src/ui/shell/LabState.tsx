import { readDatasetDigest } from '../../lab/workspace/dataset-digest.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLabAside } from '../workspace-queries.ts';
import { ClockControl } from './ClockControl.tsx';
import { shellTexts } from './shell-texts.ts';

/** The lab's clock and what data it has. */
export function LabState() {
  return (
    <>
      <ClockControl />
      <DatasetState />
    </>
  );
}

/** The digest of everything that is stored as data, short: two students compare it aloud. */
function DatasetState() {
  const texts = useMessages(shellTexts);
  const { data: digest } = useLabAside(['data'], ['dataset-digest'], readDatasetDigest);
  if (digest === undefined) return null;
  return (
    <span className="bar-state">{digest === null ? texts.noDataset : texts.dataset(digest.slice(0, 8))}</span>
  );
}
