import * as v from 'valibot';
import { parseYaml } from './front-matter.ts';
import type { ProblemList } from './lesson-problem.ts';
import { type Picture, pictureSchema } from './picture.ts';

/** Reads a picture block, YAML with `show`, a caption and the parameters of what is shown; null, and why, if it is none. */
export function readPicture(yaml: string, line: number, list: ProblemList): Picture | null {
  const value = parseYaml(yaml, line, list);
  if (value === undefined) return null;
  const read = v.safeParse(pictureSchema, value);
  if (read.success) return read.output;
  for (const issue of read.issues) {
    list.add(line, {
      code: 'picture',
      message: `picture ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
      hint: 'say what to show, a caption, and only parameters that this picture has; README, Write a lesson, lists them',
    });
  }
  return null;
}
