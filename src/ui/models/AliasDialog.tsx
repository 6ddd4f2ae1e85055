import { useState } from 'react';
import type { ModelVersion } from '../../core/registry/entities.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { DialogForm } from '../parts/DialogForm.tsx';
import { ModalDialog } from '../parts/ModalDialog.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { modelsTexts } from './models-texts.ts';

/** Pointing an alias at a version; an alias that points elsewhere moves. */
export function AliasDialog({ version }: { readonly version: ModelVersion }) {
  const texts = useMessages(modelsTexts);
  return (
    <ModalDialog title={texts.aliasOf(String(version.version))}>
      {(close) => <AliasForm version={version} close={close} />}
    </ModalDialog>
  );
}

function AliasForm({ version, close }: { readonly version: ModelVersion; readonly close: () => void }) {
  const texts = useMessages(modelsTexts);
  const [alias, setAlias] = useState('champion');
  const set = useLabAction(['models', 'serving'], async ({ engine }) => {
    await engine.registry.setRegisteredModelAlias(version.name, alias, version.version);
    announce(texts.aliasSet(alias, String(version.version)));
  });
  return (
    <DialogForm action={set} confirm={texts.setAlias} close={close}>
      <label className="field">
        <span>{texts.aliasName}</span>
        <input required value={alias} onChange={(event) => setAlias(event.target.value)} />
        <span className="hint">{texts.aliasHint}</span>
      </label>
    </DialogForm>
  );
}
