import { memo } from 'react';
import { applyPaint } from '../paint.ts';
import '../../notebook/editor/code.css';

/** Code that was coloured when the app was built: it is there before any editor or highlighter is loaded. */
export const StillCode = memo(function StillCode({
  source,
  paint,
  language = 'typescript',
}: {
  readonly source: string;
  readonly paint: string;
  readonly language?: 'typescript' | 'markdown';
}) {
  return (
    <code className="code" data-language={language}>
      {applyPaint(source, paint).map((tokens, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
        <span key={line} className="code-line">
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
