import { readMatrix } from '../../../lab/data/read-matrix.ts';
import { useAddressParams } from '../../address-params.ts';
import { SnapshotMatrix } from '../../data/SnapshotMatrix.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { useLab } from '../../workspace-queries.ts';
import { benchTexts } from './bench-texts.ts';
import '../../data/data.css';

/** Which months of which tables there are. */
export function SnapshotPicture() {
  const texts = useMessages(benchTexts);
  const { params } = useAddressParams();
  const { data: matrix, error } = useLab(['data'], ['data-matrix'], readMatrix);
  if (matrix === undefined) return <ErrorNotice error={error} />;
  if (matrix.rows.length === 0) return <p className="empty">{texts.noSnapshots}</p>;
  const selected = { table: params.get('table') ?? '', month: params.get('month') ?? '' };
  return <SnapshotMatrix matrix={matrix} selected={selected} />;
}
