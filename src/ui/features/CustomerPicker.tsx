import { memo, useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { listCustomers } from '../../lab/features/list-customers.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLab } from '../workspace-queries.ts';
import { explorerTexts } from './explorer-texts.ts';

/** How many of the matching ids are offered. */
const MOST_OFFERED = 60;

/**
 * Searches the customers of a month; an id that is not among them may be asked for all the same. Not drawn anew while
 * the as-of line is dragged.
 */
export const CustomerPicker = memo(function CustomerPicker({
  month,
  userId,
  onChoose,
}: {
  readonly month: string;
  readonly userId: string | null;
  readonly onChoose: (userId: string) => void;
}) {
  const texts = useMessages(explorerTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const { data: ids = [] } = useLab(['data'], ['customers', month], (workspace) =>
    listCustomers(workspace, month),
  );
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = ids.filter((id) => id.toLowerCase().includes(wanted)).slice(0, MOST_OFFERED);
  const stranger = wanted === '' || found.length > 0 ? null : (typed ?? '').trim();
  const choose = (key: Key | null): void => {
    setTyped(null);
    if (key !== null) onChoose(String(key));
  };
  return (
    <ComboBox
      className="field combo"
      inputValue={typed ?? userId ?? ''}
      onInputChange={(text) => setTyped(text === userId ? null : text)}
      value={userId}
      onChange={choose}
      onBlur={() => setTyped(null)}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <Label>{texts.customer}</Label>
      <div className="combo-box">
        <Input className="figure" spellCheck={false} onFocus={(event) => event.target.select()} />
        <Button>▾</Button>
      </div>
      <Popover className="popover combo-list">
        <ListBox renderEmptyState={() => <p className="hint">{texts.noCustomer}</p>}>
          {(stranger === null ? found : [stranger]).map((id) => (
            <ListBoxItem key={id} id={id} textValue={id} className="combo-item">
              {stranger === null ? <code>{id}</code> : texts.askAnyway(id)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
});
