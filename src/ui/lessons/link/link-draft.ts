import type { LessonLink } from '../../../notebook/link/lesson-link.ts';

/** What the form of a link holds; empty texts stand for what the link leaves out. */
export interface LinkDraft {
  readonly kind: 'shipped' | 'own';
  readonly slug: string;
  readonly markdown: string;
  readonly step: string;
  readonly language: '' | 'en' | 'fr';
  readonly dataset: string;
  readonly asOf: string;
  readonly clock: string;
  readonly seed: string;
  readonly steps: '' | 'in-order' | 'open';
  readonly solutions: '' | 'on' | 'off' | 'after';
  readonly tries: string;
  readonly minutes: string;
  readonly note: string;
  readonly hiddenStations: NonNullable<LessonLink['hiddenStations']>;
  readonly lockedControls: NonNullable<LessonLink['lockedControls']>;
  /** Texts of cells that differ from the lesson's, by label. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A form with nothing set but the lesson. */
export function emptyDraft(slug: string, step: string): LinkDraft {
  return {
    ...{
      kind: 'shipped',
      slug,
      markdown: '',
      step,
      language: '',
      dataset: '',
      asOf: '',
      clock: '',
      seed: '',
    },
    ...{ steps: '', solutions: '', tries: '3', minutes: '', note: '' },
    ...{ hiddenStations: [], lockedControls: [], cells: {} },
  };
}

/** The link that a form says; what is left empty is left out. */
export function linkOf(draft: LinkDraft): LessonLink {
  const { kind, slug, markdown, step, language, steps, note, hiddenStations, lockedControls } = draft;
  const cells = Object.entries(draft.cells).map(([label, source]) => ({ label, source }));
  return {
    lesson: kind === 'shipped' ? { kind, slug } : { kind, markdown },
    ...(step !== '' && { step }),
    ...(language !== '' && { language }),
    ...(draft.dataset !== '' && { dataset: draft.dataset }),
    ...(draft.asOf !== '' && { asOf: Date.parse(`${draft.asOf}T00:00:00Z`) }),
    ...(draft.clock !== '' && { clock: Date.parse(`${draft.clock}Z`) }),
    ...(draft.seed !== '' && { seed: Number(draft.seed) }),
    ...(steps !== '' && { steps }),
    ...solutionsOf(draft),
    ...(draft.minutes !== '' && { minutes: Number(draft.minutes) }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(hiddenStations.length > 0 && { hiddenStations }),
    ...(lockedControls.length > 0 && { lockedControls }),
    ...(cells.length > 0 && { cells }),
  };
}

function solutionsOf({ solutions, tries }: LinkDraft): Pick<LessonLink, 'solutions'> {
  if (solutions === '') return {};
  return { solutions: solutions === 'after' ? Number(tries) : solutions };
}
