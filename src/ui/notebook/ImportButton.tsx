import { useRef } from 'react';
import { randomId } from '../../lab/notebook/new-notebook.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useNotebookAction } from './notebook-queries.ts';
import { stationTexts } from './station-texts.ts';

/** Takes a notebook from a file and opens it. Nothing of it runs. */
export function ImportButton() {
  const texts = useMessages(stationTexts);
  const field = useRef<HTMLInputElement>(null);
  const take = useNotebookAction(async (store, file: File) => {
    const { readNotebookFile } = await import('../../lab/notebook/notebook-files.ts');
    const notebook = readNotebookFile(file.name, await file.text(), randomId);
    await store.create(notebook);
    announce(texts.imported(notebook.title));
    location.hash = `#/notebook/${notebook.id}`;
  });
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".ipynb,.md,.markdown"
        aria-label={texts.import}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file !== undefined) take.mutate(file);
        }}
      />
      <button type="button" className="plain" onClick={() => field.current?.click()}>
        {texts.import}
      </button>
      {take.error !== null && (
        <div className="import-error">
          <p>{texts.importFailed(take.variables?.name ?? '')}</p>
          <ErrorNotice error={take.error} />
        </div>
      )}
    </>
  );
}
