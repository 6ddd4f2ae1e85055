import { readMatrix } from '../../../lab/data/read-matrix.ts';
import { useAddressParams } from '../../address-params.ts';
import { SnapshotMatrix } from '../../data/SnapshotMatrix.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { useLab } from '../../workspace-queries.ts';
import '../../data/data.css';

/** Which months of which tables there are. */
export function SnapshotPicture() {
  const { params } = useAddressParams();
  const { data: matrix, error } = useLab(['data'], ['data-matrix'], readMatrix);
  if (matrix === undefined) return <ErrorNotice error={error} />;
  const selected = { table: params.get('table') ?? '', month: params.get('month') ?? '' };
  return <SnapshotMatrix matrix={matrix} selected={selected} />;
}
