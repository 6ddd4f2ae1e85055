import { memo } from 'react';
import { type CodeLines, useCodeLines } from './code-lines.ts';

/**
 * Code as it looks in the editor, without one. `failingLine` (from 1) is where the last run failed; `painted` are its
 * lines where they were coloured before.
 */
export const StaticCode = memo(function StaticCode({
  source,
  language,
  failingLine = null,
  painted = null,
}: {
  readonly source: string;
  readonly language: 'typescript' | 'markdown';
  readonly failingLine?: number | null;
  readonly painted?: CodeLines | null;
}) {
  const lines = useCodeLines(source, language, painted);
  return (
    <code className="code" data-language={language}>
      {lines.map((tokens, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
        <span key={line} className="code-line" data-failing={failingLine === line + 1}>
          {tokens.map(({ text, className }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its position.
            <span key={position} className={className || undefined}>
              {text}
            </span>
          ))}
          {tokens.length === 0 && <br />}
        </span>
      ))}
    </code>
  );
});
