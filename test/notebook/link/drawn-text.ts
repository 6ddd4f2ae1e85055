import { MersenneTwister } from '../../../src/core/training/mersenne-twister.ts';

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n';

/** Text that deflate can hardly shorten, the same each time. */
export function drawnText(nChars: number): string {
  const twister = new MersenneTwister(1);
  return Array.from({ length: nChars }, () => CHARACTERS[twister.randint(0, CHARACTERS.length)]).join('');
}
