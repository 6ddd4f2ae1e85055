import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

/** One line of a menu: its key, its words, and what it does. */
export type MenuAction = readonly [id: string, text: string, act: () => void];

/** The rarer things that can be done to something, behind one button. */
export function ActionMenu({
  label,
  actions,
  className = 'icon-button',
  children,
}: {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly className?: string;
  /** The button's sign. */
  readonly children: ReactNode;
}) {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {children}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => actions.find(([id]) => id === key)?.[2]()}>
          {actions.map(([id, text]) => (
            <MenuItem key={id} id={id}>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
