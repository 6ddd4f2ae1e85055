import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { factsOf } from '../../notebook/lesson/readable-lesson.ts';
import { compileLesson } from '../lessons/compile-lesson.ts';

/**
 * Makes modules of lesson files: `…md?lesson` has the lesson ready to be shown, `…md?facts` what a list says of it. A
 * lesson with errors stops the build, with file and line.
 */
export function lessons(): Plugin {
  return {
    name: 'lessons',
    enforce: 'pre',
    load(id) {
      const [, path, what] = /^(.*\.md)\?(lesson|facts)$/.exec(id) ?? [];
      if (path === undefined) return null;
      this.addWatchFile(path);
      const { readable, problems } = compileLesson(relative(process.cwd(), path), readFileSync(path, 'utf8'));
      const errors = problems.filter(({ severity }) => severity === 'error');
      if (readable === null || errors.length > 0) {
        const list = errors.map(({ file, line, message, hint }) => `${file}:${line} ${message} (${hint})`);
        return this.error(`a lesson cannot be shown:\n${list.join('\n')}`);
      }
      const value = what === 'facts' ? factsOf(readable.lesson) : readable;
      // A string to parse is read several times faster than the same value as code.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}
