import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { areMonthsOf } from '../../../lab/course/link-dataset.ts';
import { readDatasetDigest } from '../../../lab/workspace/dataset-digest.ts';
import { loadWorkspace } from '../../../lab/workspace/load-workspace.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { linkTexts } from './link-texts.ts';

/** Whether the student's free lab holds the months that a link is about, and what to do where it does not. */
export function OwnMonths({ wanted }: { readonly wanted: string }) {
  const texts = useMessages(linkTexts);
  const { data: digest } = useQuery({
    queryKey: ['own-months'],
    queryFn: async () => readDatasetDigest(await loadWorkspace()),
    gcTime: 0,
  });
  if (digest === undefined) return null;
  if (areMonthsOf(wanted, digest)) return <p role="status">{texts.monthsHere}</p>;
  return (
    <div className="notice" data-kind="caution" role="status">
      <p>{digest === null ? texts.monthsMissing : texts.monthsOthers}</p>
      <Link href="/data/import">{texts.monthsImport}</Link>
    </div>
  );
}
