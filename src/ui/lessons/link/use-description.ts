import { readLinkDataset } from '../../../lab/course/link-dataset.ts';
import { settingsOf } from '../../../lab/course/link-settings.ts';
import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import {
  LESSON_VARIABLES,
  type LessonVariable,
  variablesUsed,
} from '../../../notebook/lesson/lesson-variables.ts';
import type { LessonLink } from '../../../notebook/link/lesson-link.ts';
import { type Formats, useFormats } from '../../i18n/use-formats.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { linkTexts } from './link-texts.ts';

/** What is known of a link's lesson besides the link: titles to show in place of ids. */
export interface LinkTitles {
  readonly lesson?: string | undefined;
  readonly step?: string | undefined;
  /** The lesson itself, to say which of the link's variables its cells do not go by. */
  readonly of?: Parameters<typeof variablesUsed>[0] | null | undefined;
}

/** What a link does, in words, one line per thing. */
export function useDescription(link: LessonLink, titles: LinkTitles = {}): readonly string[] {
  const texts = useMessages(linkTexts);
  const formats = useFormats();
  const language = useLanguage();
  const { lesson } = link;
  const shipped =
    lesson.kind === 'shipped'
      ? listShippedLessons(language).find(({ slug }) => slug === lesson.slug)
      : undefined;
  const title = titles.lesson ?? shipped?.title ?? (lesson.kind === 'shipped' ? lesson.slug : '');
  return [
    lesson.kind === 'shipped' ? texts.lessonShipped(title) : texts.lessonOwn(title),
    ...(link.step === undefined ? [] : [texts.atStep(titles.step ?? link.step)]),
    ...(link.language === undefined
      ? []
      : [texts.inLanguage(link.language === 'fr' ? texts.french : texts.english)]),
    ...startOf(link, { texts, formats, of: titles.of ?? null }),
    ...guidanceOf(link, texts, formats),
    ...(link.cells === undefined ? [] : [texts.cells(link.cells.length)]),
  ];
}

type Texts = (typeof linkTexts)['en'];

function startOf(
  link: LessonLink,
  {
    texts,
    formats,
    of,
  }: { readonly texts: Texts; readonly formats: Formats; readonly of: NonNullable<LinkTitles['of']> | null },
): readonly string[] {
  const used = of === null ? LESSON_VARIABLES : variablesUsed(of);
  const { AS_OF: asOf, SEED: seed } = settingsOf(link).variables;
  const said = (name: LessonVariable, line: string): string =>
    used.includes(name) ? line : `${line} ${texts.unused}`;
  const changesNumbers =
    (asOf !== undefined && used.includes('AS_OF')) || (seed !== undefined && used.includes('SEED'));
  return [
    ...(link.dataset === undefined ? [] : [saidOfDataset(link.dataset, texts)]),
    ...(link.clock === undefined ? [] : [texts.clock(formats.instant(link.clock))]),
    ...(asOf === undefined ? [] : [said('AS_OF', texts.asOf(String(asOf)))]),
    ...(seed === undefined ? [] : [said('SEED', texts.seed(String(seed)))]),
    ...(changesNumbers ? [texts.otherNumbers] : []),
  ];
}

function saidOfDataset(name: string, texts: Texts): string {
  return readLinkDataset(name).kind === 'free-lab' ? texts.withFreeLab : texts.withDataset(name);
}

function guidanceOf(link: LessonLink, texts: Texts, formats: Formats): readonly string[] {
  const { steps, solutions, minutes, hiddenStations, lockedControls } = link;
  return [
    ...(steps === undefined ? [] : [steps === 'open' ? texts.stepsOpen : texts.stepsInOrder]),
    ...(solutions === undefined ? [] : [saidOfSolutions(solutions, texts)]),
    ...(minutes === undefined ? [] : [texts.timeBox(formats.minutes(minutes))]),
    ...(hiddenStations === undefined
      ? []
      : [texts.hides(hiddenStations.map((name) => texts[`station-${name}`]).join(', '))]),
    ...(lockedControls === undefined
      ? []
      : [texts.locks(lockedControls.map((name) => texts[`control-${name}`]).join(', '))]),
  ];
}

function saidOfSolutions(solutions: NonNullable<LessonLink['solutions']>, texts: Texts): string {
  if (solutions === 'off') return texts.solutionsOff;
  return solutions === 'on' ? texts.solutionsOn : texts.solutionsAfter(solutions);
}
