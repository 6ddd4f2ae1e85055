import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { browserTexts } from '../../lab/session/browser-texts.ts';
import { labHome } from '../../lab/storage/lab-home.ts';
import { type OpenedBackup, openBackup, restoreParts } from '../../lab/storage/open-backup.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { BackupPreview } from './BackupPreview.tsx';
import { startAnew } from './start-anew.ts';
import { storageTexts } from './storage-texts.ts';

/** Takes a backup, shows what it holds and replaces, and puts the chosen parts in place. */
export function RestorePanel() {
  const texts = useMessages(storageTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = useMutation({
    mutationFn: (file: File) => openBackup(file, labHome()),
    onSuccess: ({ parts }) => setChosen(parts.map(({ name }) => name)),
  });
  const restore = useMutation({
    mutationFn: (backup: OpenedBackup) =>
      restoreParts(backup, { names: chosen, home: labHome(), to: browserTexts() }),
    onSuccess: startAnew,
  });
  return (
    <>
      <p className="hint">{texts.restoreWhy}</p>
      <div className="actions">
        <FileTrigger
          acceptedFileTypes={['.sfbackup']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) open.mutate(file);
          }}
        >
          <Button className="plain">{texts.choose}</Button>
        </FileTrigger>
        <span role="status" className="hint">
          {open.isPending && texts.reading}
        </span>
      </div>
      <ErrorNotice error={open.error} />
      {open.data !== undefined && (
        <>
          <BackupPreview backup={open.data} chosen={chosen} onChoose={setChosen} />
          <div className="actions">
            <button
              type="button"
              className="danger"
              disabled={chosen.length === 0 || restore.isPending}
              onClick={() => restore.mutate(open.data)}
            >
              {texts.restoreChosen}
            </button>
            <button type="button" className="plain" onClick={open.reset}>
              {texts.cancel}
            </button>
          </div>
          <ErrorNotice error={restore.error} />
        </>
      )}
    </>
  );
}
