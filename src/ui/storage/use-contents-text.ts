import type { CountedThing, DatabaseContents } from '../../lab/storage/database-contents.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { storageTexts } from './storage-texts.ts';

/** Says in words what a database is, and what it holds. */
export function useContentsText(): {
  readonly nameOf: (name: string, kind: DatabaseContents['kind']) => string;
  readonly textOf: (contents: DatabaseContents) => string;
} {
  const texts = useMessages(storageTexts);
  const words: Readonly<Record<CountedThing, (n: number) => string>> = {
    ...{ tables: texts.tables, views: texts.views, runs: texts.runs, versions: texts.versions },
    ...{
      requests: texts.requests,
      lessons: texts.lessons,
      notebooks: texts.notebooksCount,
      cells: texts.cells,
      handIns: texts.handIns,
    },
  };
  return {
    nameOf: (name, kind) => {
      if (name === 'streamflow-lab') return texts.freeLab;
      if (name === 'streamflow-notebooks') return texts.ownNotebooks;
      if (kind === 'review') return texts.review;
      if (kind === 'course') return texts.course;
      const rest = name.replace(/^streamflow-/, '');
      return kind === 'other' ? rest : `${kind === 'lab' ? texts.lab : texts.notebooks}: ${rest}`;
    },
    textOf: ({ counts }) => {
      const parts = (Object.entries(counts) as [CountedThing, number][]).map(([thing, n]) => words[thing](n));
      return parts.length === 0 ? texts.nothing : parts.join(', ');
    },
  };
}
