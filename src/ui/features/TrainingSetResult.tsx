import { useEffect, useState } from 'react';
import {
  type BuiltTrainingSet,
  buildTrainingSet,
  type TrainingSetSpec,
  trainingSetCsv,
} from '../../lab/features/training-set.ts';
import { announce } from '../../lab/session/session.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ClassBalanceBar } from './ClassBalanceBar.tsx';
import { NullCounts } from './NullCounts.tsx';
import { ProblemList } from './ProblemList.tsx';
import { TrainingPreview } from './TrainingPreview.tsx';
import { trainingSetTexts } from './training-set-texts.ts';

/** Builds the set that `spec` says, and shows what is worth knowing before a model is fitted to it. */
export function TrainingSetResult({ spec }: { readonly spec: TrainingSetSpec }) {
  const texts = useMessages(trainingSetTexts);
  const formats = useFormats();
  const { data, error, isFetching } = useLab(
    ['data', 'features', 'clock'],
    ['training-set', spec],
    (workspace) => buildTrainingSet(workspace, spec),
  );
  const [rowShown, showRow] = useState<number | null>(null);
  const counts = data && [
    formats.count(data.joined.table.nRows),
    formats.count(data.joined.table.columns.size),
  ];
  const words = counts && texts.built(counts[0]!, counts[1]!);
  useEffect(() => {
    if (words !== undefined) announce(words);
  }, [words]);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined || counts === undefined) return <p className="loading">{texts.building}</p>;
  return (
    <div className="built" aria-busy={isFetching}>
      <section className="section">
        <div className="section-head">
          <h2>{texts.result(counts[0]!, counts[1]!)}</h2>
          <button type="button" className="plain" onClick={() => downloadCsv(data)}>
            {texts.download}
          </button>
        </div>
        {data.balance !== null && <ClassBalanceBar balance={data.balance} />}
      </section>
      <section className="section">
        <h2>{texts.findings}</h2>
        {data.findings === null ? (
          <p className="hint">{texts.needLabels}</p>
        ) : (
          <ProblemList problems={data.findings} nothing={texts.noFindings} onShowRow={showRow} />
        )}
      </section>
      <section className="section">
        <h2>{texts.warnings}</h2>
        <ProblemList problems={data.warnings} nothing={texts.noWarnings} onShowRow={showRow} />
      </section>
      <NullCounts set={data} />
      <TrainingPreview key={JSON.stringify(spec)} set={data} rowWanted={rowShown} />
    </div>
  );
}

function downloadCsv(set: BuiltTrainingSet): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(trainingSetCsv(set), { type: 'text/csv' }));
  link.download = `training-set-${set.spec.asOf}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
