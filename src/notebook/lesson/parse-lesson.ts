import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Block, Lesson, ShownValue, Step } from './lesson.ts';
import { type LessonProblem, listProblems, type ProblemList } from './lesson-problem.ts';
import { LIMITS } from './limits.ts';
import { readBlocks } from './read-blocks.ts';
import { type Piece, scanMarkdown } from './scan-markdown.ts';
import { readShownValues } from './shown-values.ts';

/** A lesson as far as it could be read, and what is wrong with its file. */
export interface ParsedLesson {
  /** Null where the front matter cannot be read, or the file is too large. */
  readonly lesson: Lesson | null;
  readonly problems: readonly LessonProblem[];
}

/**
 * Reads a lesson file, whoever wrote it: what is wrong is a finding with file and line, never an exception. A lesson
 * with findings may still be shown; one without can be rehearsed. O(characters).
 */
export function parseLesson(file: string, source: string): ParsedLesson {
  const list = listProblems(file);
  const { problems } = list;
  if (source.length > LIMITS.fileCharacters) {
    list.add(1, {
      code: 'file-too-long',
      message: `the file has ${source.length} characters`,
      hint: `a lesson may have ${LIMITS.fileCharacters}: split it`,
    });
    return { lesson: null, problems };
  }
  const { frontMatter, pieces } = scanMarkdown(source, list);
  if (frontMatter === null) {
    list.add(1, {
      code: 'no-front-matter',
      message: 'the file does not begin with front matter',
      hint: 'begin with ---, then slug, number, language, title, goal and minutes, one a line, then ---',
    });
    return { lesson: null, problems };
  }
  const front = readFrontMatter(frontMatter, list);
  if (pieces.length > LIMITS.blocks) {
    list.add(pieces[LIMITS.blocks]!.line, {
      code: 'too-many-blocks',
      message: `the file has ${pieces.length} blocks and texts`,
      hint: `a lesson may have ${LIMITS.blocks}: split it`,
    });
    return { lesson: null, problems };
  }
  const lesson = front === null ? null : assemble(front, pieces, list);
  // What is missing from a block that is the file's last line would be on the line after it.
  const nLines = source.split(/\r\n?|\n/).length;
  return {
    lesson,
    problems: problems.map((problem) => ({ ...problem, line: Math.min(problem.line, nLines) })),
  };
}

function assemble(front: FrontMatter, pieces: readonly Piece[], list: ProblemList): Lesson {
  const { start, ...facts } = front;
  const shownValues: ShownValue[] = [];
  const plain = (markdown: string, line: number): string => {
    const read = readShownValues(markdown, line);
    shownValues.push(...read.values);
    return read.markdown;
  };
  const ids = new Map<string, number>();
  const claim = (id: string, line: number): void => {
    const before = ids.get(id);
    if (before === undefined) ids.set(id, line);
    else {
      list.add(line, {
        code: 'duplicated-id',
        message: `'${id}' is the name of something on line ${before} already`,
        hint: 'give every step and every block a name of its own',
      });
    }
  };
  const sections = splitAtHeadings(pieces);
  const [opening, ...rest] = sections;
  const introduction = readBlocks(opening!.pieces, { stepId: 'introduction', list, plain, claim });
  if (introduction.takeaway !== null) {
    list.add(opening!.line, {
      code: 'takeaway-without-step',
      message: 'the introduction has a takeaway',
      hint: 'takeaways end steps',
    });
  }
  refuseTasks(introduction.blocks, list, opening!.line);
  const steps = rest.slice(0, LIMITS.steps).map(({ pieces: own, heading, line }): Step => {
    const { id, title } = readHeading(heading, line, list);
    claim(id, line);
    const { blocks, takeaway } = readBlocks(own, { stepId: id, list, plain, claim });
    if (takeaway === null) {
      list.add(line, {
        code: 'step-without-takeaway',
        message: `step '${id}' has no takeaway`,
        hint: 'end it by an md takeaway block: one sentence that stays, and what comes next',
      });
    }
    return { id, title, line, blocks, takeaway: takeaway ?? { learned: '', next: null } };
  });
  checkNumberOfSteps(rest.length, list);
  return {
    ...{ kind: 'lesson', version: 1, ...facts, start, introduction: introduction.blocks, steps, shownValues },
  };
}

interface Section {
  readonly heading: string;
  readonly line: number;
  readonly pieces: readonly Piece[];
}

/** What stands before the first heading, then one section per heading. */
function splitAtHeadings(pieces: readonly Piece[]): readonly Section[] {
  const sections: { heading: string; line: number; pieces: Piece[] }[] = [
    { heading: '', line: pieces[0]?.line ?? 1, pieces: [] },
  ];
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push({ heading: piece.text, line: piece.line, pieces: [] });
    else sections.at(-1)!.pieces.push(piece);
  }
  return sections;
}

function readHeading(text: string, line: number, list: ProblemList): { id: string; title: string } {
  const [, title, id] = /^(.*?)\s*\{#([a-z][a-z0-9-]{0,60})\}$/.exec(text) ?? [];
  if (id !== undefined && title !== '') return { id, title: title! };
  list.add(line, {
    code: 'step-id',
    message: `the heading '${text.slice(0, 60)}' has no id`,
    hint: 'end it by the id of the step, the same in every language: ## The naive join {#naive-join}',
  });
  return { id: `step-on-line-${line}`, title: text };
}

function refuseTasks(blocks: readonly Block[], list: ProblemList, line: number): void {
  const task = blocks.find(({ kind }) => kind !== 'text' && kind !== 'setup' && kind !== 'picture');
  if (task === undefined) return;
  list.add(line, {
    code: 'task-without-step',
    message: `the introduction has a block of kind '${task.kind}'`,
    hint: 'put it below a heading: the introduction takes text, a setup and pictures',
  });
}

function checkNumberOfSteps(nSteps: number, list: ProblemList): void {
  if (nSteps > 0 && nSteps <= LIMITS.steps) return;
  list.add(1, {
    code: 'number-of-steps',
    message: `the lesson has ${nSteps} steps`,
    hint: `a lesson has 1 to ${LIMITS.steps}: each is a heading of the second level`,
  });
}
