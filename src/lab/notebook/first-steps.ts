import { fromMarkdown } from '../../notebook/document/from-markdown.ts';
import type { Notebook } from '../../notebook/document/notebook.ts';
import type { Language } from '../session/session.ts';

/** The sample notebook, from the data to a prediction, with ids of its own. */
export async function firstSteps(language: Language, newId: () => string): Promise<Notebook> {
  const { default: text } =
    language === 'fr'
      ? await import('./first-steps/first-steps.fr.md?raw')
      : await import('./first-steps/first-steps.en.md?raw');
  return { ...fromMarkdown(text, { newId, title: '' }), id: newId() };
}
