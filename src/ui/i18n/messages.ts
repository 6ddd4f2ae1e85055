import type { Language } from '../../lab/session/session.ts';
import { withHardSpaces } from './hard-spaces.ts';

/** A text of the interface, or how to make it from values. */
type Message = string | ((...values: never[]) => string);

/** The same members with other words: texts stay texts, makers keep their values. */
type Translated<M> = { readonly [K in keyof M]: M[K] extends string ? string : M[K] };

/**
 * Declares the texts of one page in both languages; the compiler refuses a member that French lacks or adds. Spaces of
 * French punctuation are made hard when French is first asked for.
 */
export function translations<M extends Readonly<Record<string, Message>>>(
  en: M,
  fr: Translated<M>,
): Readonly<Record<Language, Translated<M>>> {
  let spaced: Translated<M> | null = null;
  return {
    en: en as Translated<M>,
    get fr() {
      spaced ??= Object.fromEntries(
        Object.entries(fr).map(([name, text]) => [name, hardened(text)]),
      ) as Translated<M>;
      return spaced;
    },
  };
}

function hardened(text: Message): Message {
  return typeof text === 'string' ? withHardSpaces(text) : (...values) => withHardSpaces(text(...values));
}
