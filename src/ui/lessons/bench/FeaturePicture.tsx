import { readFeatureDefinitions } from '../../../lab/features/read-feature-definitions.ts';
import { Explorer } from '../../features/Explorer.tsx';
import { TrainingSetBuilder } from '../../features/TrainingSetBuilder.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { useLab } from '../../workspace-queries.ts';
import { benchTexts } from './bench-texts.ts';
import '../../features/features.css';

/** One customer in time, or a training set with its leaks. */
export function FeaturePicture({ show }: { readonly show: 'timeline' | 'leakage' }) {
  const texts = useMessages(benchTexts);
  const { data, error } = useLab(['features'], ['feature-definitions'], readFeatureDefinitions);
  if (data === undefined) return <ErrorNotice error={error} />;
  if (data.views.length === 0) return <p className="empty">{texts.noViews}</p>;
  if (show === 'timeline') return <Explorer isCompact />;
  return <TrainingSetBuilder views={data.views.map(({ definition }) => definition)} isCompact />;
}
