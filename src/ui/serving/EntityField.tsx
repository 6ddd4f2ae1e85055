import { useMemo, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Entities } from '../../lab/serving/find-entities.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { askTexts } from './ask-texts.ts';

const N_SHOWN = 30;

/** Whom to ask for: any id, with those that the online store knows at hand, and one for each kind of answer. */
export function EntityField({
  entities,
  user,
  onChange,
}: {
  readonly entities: Entities | undefined;
  readonly user: string;
  readonly onChange: (user: string) => void;
}) {
  const texts = useMessages(askTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? user;
  const items = useMemo(() => {
    const wanted = text.toLowerCase();
    const matches = (entities?.ids ?? []).filter((id) => id.toLowerCase().includes(wanted));
    return matches.slice(0, N_SHOWN).map((id) => ({ id }));
  }, [entities, text]);
  const choose = (id: string): void => {
    setTyped(null);
    onChange(id);
  };
  const examples = (['complete', 'incomplete', 'outdated', 'unknown'] as const).flatMap((kind) => {
    const id = entities?.[kind];
    return id == null ? [] : [{ kind, id }];
  });
  return (
    <div className="entity">
      <ComboBox
        className="field"
        allowsCustomValue
        allowsEmptyCollection
        items={items}
        inputValue={text}
        onInputChange={setTyped}
        onSelectionChange={(key) => choose(key === null ? text : String(key))}
        onBlur={() => typed !== null && choose(typed)}
      >
        <Label>{texts.entity}</Label>
        <Input className="figure" placeholder={texts.search} spellCheck={false} />
        <Popover className="popover options">
          <ListBox<{ id: string }>>
            {({ id }) => (
              <ListBoxItem className="option figure" textValue={id}>
                {id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <p className="examples">
        <span className="hint">{texts.examples}</span>
        {examples.map(({ kind, id }) => (
          <button
            key={kind}
            type="button"
            className="quiet"
            aria-pressed={id === user}
            onClick={() => choose(id)}
          >
            {texts[kind]}
          </button>
        ))}
      </p>
    </div>
  );
}
