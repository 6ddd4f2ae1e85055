// markdown-it: finds links where CommonMark does.
import MarkdownIt from 'markdown-it';
import { suggest } from '../../core/errors.ts';
import type { Lesson } from './lesson.ts';
import type { LessonFile } from './lesson-file.ts';
import { type LessonProblem, listProblems, type ProblemList } from './lesson-problem.ts';
import { textsOf } from './texts-of.ts';

/** Where a lesson may lead: other lessons by the names of their files, and the app's stations by address. */
export interface LinkTargets {
  readonly files: ReadonlyMap<string, Lesson>;
  readonly stations: readonly string[];
}

const markdown = new MarkdownIt({ html: false });

/** Links of a lesson's texts that lead nowhere, and pictures from elsewhere; and lessons it requires that there are not. */
export function checkLinks({ file, lesson }: LessonFile, targets: LinkTargets): readonly LessonProblem[] {
  const list = listProblems(file);
  const slugs = [...targets.files.values()].map(({ slug }) => slug);
  for (const slug of lesson.requires) {
    if (slugs.includes(slug)) continue;
    list.add(1, {
      code: 'unknown-lesson',
      message: `the lesson requires '${slug}', which there is not`,
      hint: suggest(slug, slugs),
    });
  }
  for (const { text, line } of textsOf(lesson)) {
    for (const token of markdown.parse(text, {}).flatMap((block) => block.children ?? [])) {
      if (token.type === 'image') {
        list.add(line, {
          code: 'image',
          message: `an image from '${String(token.attrGet('src')).slice(0, 60)}'`,
          hint: 'a lesson is one file: use a picture block',
        });
      }
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null) checkLink(String(href), { lesson, targets, line, list });
    }
  }
  return list.problems;
}

function checkLink(
  href: string,
  { lesson, targets, line, list }: { lesson: Lesson; targets: LinkTargets; line: number; list: ProblemList },
): void {
  const [path = '', id] = href.split('#') as [string, string?];
  if (path === '' && id?.startsWith('/')) {
    if (targets.stations.includes(id.split('/')[1] ?? '')) return;
    report(
      `no station has the address '#${id}'`,
      `stations: ${targets.stations.map((name) => `#/${name}`).join(', ')}`,
    );
  } else if (path === '' || /^[\w-]+\.md$/.test(path)) {
    const target = path === '' ? lesson : targets.files.get(path);
    if (target === undefined) report(`no lesson '${path}'`, suggest(path, targets.files.keys()));
    else if (id !== undefined && !idsOf(target).includes(id))
      report(`'${href}' names no step or block`, suggest(id, idsOf(target)));
  } else
    report(
      `'${href.slice(0, 80)}' leads out of the lab`,
      'the lab works without a network: link to steps (#id), lessons (02-….md) and stations (#/data)',
    );
  function report(message: string, hint: string): void {
    list.add(line, { code: 'dead-link', message, hint });
  }
}

function idsOf(lesson: Lesson): readonly string[] {
  const blocks = [...lesson.introduction, ...lesson.steps.flatMap((step) => step.blocks)];
  return [
    ...lesson.steps.map(({ id }) => id),
    ...blocks.flatMap((block) => (block.kind === 'text' ? [] : [block.id])),
  ];
}
