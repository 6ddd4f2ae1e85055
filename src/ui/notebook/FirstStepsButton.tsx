import { firstSteps } from '../../lab/notebook/first-steps.ts';
import { randomId } from '../../lab/notebook/new-notebook.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { useNotebookAction } from './notebook-queries.ts';
import { stationTexts } from './station-texts.ts';

/** Makes the sample notebook in the present language and opens it. */
export function FirstStepsButton({ look }: { readonly look: 'primary' | 'plain' }) {
  const texts = useMessages(stationTexts);
  const language = useLanguage();
  const open = useNotebookAction(async (store) => {
    const notebook = await firstSteps(language, randomId);
    await store.create(notebook);
    location.hash = `#/notebook/${notebook.id}`;
  });
  return (
    <button type="button" className={look} disabled={open.isPending} onClick={() => open.mutate()}>
      {texts.firstSteps}
    </button>
  );
}
