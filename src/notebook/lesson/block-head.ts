import { suggest } from '../../core/errors.ts';
import type { ProblemList } from './lesson-problem.ts';

/** What a block is for, with the languages it may be written in, and whether it has a label of its own or of another. */
const ROLES = {
  setup: { languages: ['js'], label: 'none' },
  example: { languages: ['js'], label: 'own' },
  predict: { languages: ['md'], label: 'own' },
  exercise: { languages: ['js'], label: 'own' },
  hint: { languages: ['md'], label: 'own' },
  solution: { languages: ['js'], label: 'own' },
  check: { languages: ['js'], label: 'own' },
  wrong: { languages: ['js'], label: 'own' },
  question: { languages: ['md'], label: 'own' },
  answer: { languages: ['md'], label: 'own' },
  picture: { languages: ['yaml'], label: 'own' },
  values: { languages: ['js'], label: 'own' },
  'in-python': { languages: ['python'], label: 'own' },
  takeaway: { languages: ['md'], label: 'none' },
} as const;

export type Role = keyof typeof ROLES;

/** The info string of a block: `js exercise join-usage`. The label is empty for roles that have none. */
export interface BlockHead {
  readonly role: Role;
  readonly label: string;
}

/** Reads the words after a block's fence; null, and why, where they are not as they must be. */
export function readBlockHead(info: string, line: number, problems: ProblemList): BlockHead | null {
  const [language = '', role = '', label = '', ...more] = info.split(/\s+/);
  if (!isRole(role)) {
    problems.add(line, {
      code: 'unknown-role',
      message: `a block '${info.slice(0, 60)}' is for nothing known`,
      hint: suggest(role, Object.keys(ROLES)),
    });
    return null;
  }
  const wanted = ROLES[role];
  if (!(wanted.languages as readonly string[]).includes(language)) {
    problems.add(line, {
      code: 'block-language',
      message: `a ${role} is written in '${language}'`,
      hint: `write ${wanted.languages.join(' or ')} ${role}`,
    });
    return null;
  }
  const isLabel = wanted.label === 'none' ? label === '' : /^[a-z][a-z0-9-]{0,40}$/.test(label);
  if (isLabel && more.length === 0) return { role, label };
  problems.add(line, {
    code: 'block-label',
    message: `'${info.slice(0, 60)}' has ${wanted.label === 'none' ? 'words too many' : 'no sound label'}`,
    hint:
      wanted.label === 'none'
        ? `write ${language} ${role} alone`
        : `write ${language} ${role} and one label of small letters, digits and dashes`,
  });
  return null;
}

function isRole(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}
