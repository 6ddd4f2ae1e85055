import { useState } from 'react';
import { Switch } from 'react-aria-components/Switch';
import type { Fault } from '../../core/serving/faults.ts';
import { liftFault, setFault } from '../../lab/serving/change-faults.ts';
import type { ServedView } from '../../lab/serving/read-serving.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { FaultFields } from './FaultFields.tsx';
import { faultTexts } from './fault-texts.ts';
import { servingTexts } from './serving-texts.ts';

/** One kind of fault. Its options may be changed while it is on. */
export function FaultItem({
  usual,
  active,
  views,
}: {
  readonly usual: Fault;
  /** Null while it is off. */
  readonly active: Fault | null;
  readonly views: readonly ServedView[];
}) {
  const texts = useMessages(servingTexts);
  const names = useMessages(faultTexts);
  const [drafted, setDrafted] = useState<Fault | null>(null);
  const fault = active ?? drafted ?? usual;
  const change = useLabAction(['faults'], (workspace, wanted: Fault | null) => {
    if (wanted === null) liftFault(workspace, usual.kind);
    else setFault(workspace, wanted);
    announce(wanted === null ? texts.faultOff(names[usual.kind]) : texts.faultOn(names[usual.kind]));
  });
  const edit = (wanted: Fault): void => {
    setDrafted(wanted);
    if (active !== null) change.mutate(wanted);
  };
  return (
    <li className="fault" data-on={active !== null}>
      <Switch
        className="switch"
        isSelected={active !== null}
        onChange={(isOn) => change.mutate(isOn ? fault : null)}
      >
        <span className="switch-track" aria-hidden="true" />
        <span>
          <strong>{names[usual.kind]}</strong> <code>{usual.kind}</code>
        </span>
      </Switch>
      <p className="hint">{names[`will${usual.kind}`]}</p>
      <FaultFields fault={fault} views={views} onChange={edit} />
      <ErrorNotice error={change.error} />
    </li>
  );
}
