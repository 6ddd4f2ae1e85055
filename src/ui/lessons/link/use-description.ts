import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import type { LessonLink } from '../../../notebook/link/lesson-link.ts';
import { type Formats, useFormats } from '../../i18n/use-formats.ts';
import { useLanguage, useMessages } from '../../i18n/use-messages.ts';
import { linkTexts } from './link-texts.ts';

/** What is known of a link's lesson besides the link: titles to show in place of ids. */
export interface LinkTitles {
  readonly lesson?: string | undefined;
  readonly step?: string | undefined;
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
    ...startOf(link, texts, formats),
    ...guidanceOf(link, texts, formats),
    ...(link.cells === undefined ? [] : [texts.cells(link.cells.length)]),
  ];
}

type Texts = (typeof linkTexts)['en'];

function startOf(link: LessonLink, texts: Texts, formats: Formats): readonly string[] {
  return [
    ...(link.dataset === undefined ? [] : [texts.withDataset(link.dataset)]),
    ...(link.asOf === undefined ? [] : [texts.asOf(formats.date(link.asOf))]),
    ...(link.clock === undefined ? [] : [texts.clock(formats.instant(link.clock))]),
    ...(link.seed === undefined ? [] : [texts.seed(String(link.seed))]),
  ];
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
