import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { VirtualTable } from '../parts/VirtualTable.tsx';
import type { VirtualColumn } from '../parts/virtual-column.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { servingTexts } from './serving-texts.ts';

/** The requests, newest first; a row or Enter opens one. */
export function RequestTable({
  requests,
  onSelect,
}: {
  readonly requests: readonly LoggedRequest[];
  readonly onSelect: (request: LoggedRequest) => void;
}) {
  const texts = useMessages(servingTexts);
  const names = useMessages(outcomeTexts);
  const formats = useFormats();
  const columns: readonly VirtualColumn[] = [
    { key: 'number', label: texts.number, width: 8, isNumber: true },
    { key: 'status', label: texts.status, width: 9, isNumber: true },
    { key: 'outcome', label: texts.outcome, width: 23 },
    { key: 'entity', label: texts.entity, width: 16 },
    { key: 'at', label: texts.at, width: 23 },
    { key: 'prediction', label: texts.prediction, width: 11, isNumber: true },
    { key: 'version', label: texts.version, width: 9, isNumber: true },
    { key: 'took', label: texts.took, width: 11, isNumber: true },
  ];
  const at = (row: number): LoggedRequest => requests[requests.length - 1 - row]!;
  return (
    <VirtualTable
      label={texts.requests}
      columns={columns}
      nRows={requests.length}
      cell={(row, column) => cellOf(at(row), column.key)}
      onRow={(row) => onSelect(at(row))}
      maxVisible={12}
    />
  );

  function cellOf(request: LoggedRequest, key: string): string {
    switch (key) {
      case 'number':
        return formats.count(request.sequence);
      case 'at':
        return formats.instant(request.at);
      case 'entity':
        return request.entity ?? '—';
      case 'status':
        return String(request.status);
      case 'outcome':
        return names[request.outcome];
      case 'prediction':
        return request.prediction === null ? '—' : String(request.prediction);
      case 'version':
        return request.modelVersion ?? '—';
      default:
        return `${formats.number(request.latencyMs, 1)} ms`;
    }
  }
}
