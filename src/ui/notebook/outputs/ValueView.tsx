import { useState } from 'react';
import type { ValueTree } from '../../../notebook/document/output.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';

/** A value as a tree: one line, that unfolds where there is more. */
export function ValueView({
  value,
  name = null,
}: {
  readonly value: ValueTree;
  readonly name?: string | null;
}) {
  const texts = useMessages(notebookTexts);
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { type, preview, members = [], nMore = 0 } = value;
  const line = (
    <>
      {name !== null && <span className="value-name">{name}: </span>}
      <span className="value-preview" data-type={type}>
        {preview}
      </span>
    </>
  );
  if (members.length === 0) return <div className="value-output">{line}</div>;
  return (
    <div className="value-output">
      <button
        type="button"
        className="value-toggle"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true" className="value-arrow">
          {isOpen ? '▾' : '▸'}
        </span>{' '}
        {line}
      </button>
      {isOpen && (
        <ul className="value-members">
          {members.map(([memberName, member], position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names of a Map's members may repeat.
            <li key={position}>
              <ValueView name={memberName} value={member} />
            </li>
          ))}
          {nMore > 0 && <li className="hint">{texts.moreMembers(formats.count(nMore))}</li>}
        </ul>
      )}
    </div>
  );
}
