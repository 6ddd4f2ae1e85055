import { useMemo, useState } from 'react';
import type { TextOutput } from '../../../notebook/document/output.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';
import type { OutputContext } from './output-context.ts';
import { PlaceLink } from './PlaceLink.tsx';

const MARKS = { debug: '·', log: '', info: 'i', warn: '▲', error: '✕' } as const;
const LINES_AT_FIRST = 40;

/** Lines that the console was told, all of one level. */
export function TextView({
  level,
  texts: outputs,
  ...context
}: OutputContext & { readonly level: TextOutput['level']; readonly texts: readonly TextOutput[] }) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  const [isWhole, setIsWhole] = useState(false);
  const lines = useMemo(
    () =>
      outputs
        .map(({ text }) => text)
        .join('\n')
        .split('\n'),
    [outputs],
  );
  const nMore = isWhole ? 0 : lines.length - LINES_AT_FIRST;
  const place = outputs[0]?.place;
  return (
    <div className="text-output" data-level={level}>
      {MARKS[level] !== '' && (
        <span className="text-mark" role="img" aria-label={texts[`level-${level}`]}>
          {MARKS[level]}
        </span>
      )}
      <div>
        <pre>{(nMore > 0 ? lines.slice(0, LINES_AT_FIRST) : lines).join('\n')}</pre>
        {nMore > 0 && (
          <button type="button" className="quiet" onClick={() => setIsWhole(true)}>
            {texts.moreLines(formats.count(nMore))}
          </button>
        )}
        {place !== undefined && <PlaceLink place={place} {...context} />}
      </div>
    </div>
  );
}
