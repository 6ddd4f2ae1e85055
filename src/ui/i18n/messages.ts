import type { Language } from '../../lab/session/session.ts';

/** A text of the interface, or how to make it from values. */
type Message = string | ((...values: never[]) => string);

/** The same members with other words: texts stay texts, makers keep their values. */
type Translated<M> = { readonly [K in keyof M]: M[K] extends string ? string : M[K] };

/** Declares the texts of one page in both languages; the compiler refuses a member that French lacks or adds. */
export function translations<M extends Readonly<Record<string, Message>>>(
  en: M,
  fr: Translated<M>,
): Readonly<Record<Language, Translated<M>>> {
  return { en, fr } as Record<Language, Translated<M>>;
}
