/** How large a lesson may be; a file beyond is refused, whoever wrote it. */
export const LIMITS = {
  fileCharacters: 200_000,
  frontMatterCharacters: 4_000,
  blocks: 400,
  steps: 24,
  hints: 8,
  wrongAnswers: 12,
  codeCharacters: 12_000,
  titleCharacters: 120,
  goalCharacters: 400,
} as const;
