import type { ArtifactContent } from './collections.ts';

/** Size in bytes of what an artifact holds: typed arrays by their bytes, all else by its JSON text. */
export function byteLengthOf(content: ArtifactContent): number {
  switch (content.kind) {
    case 'text':
      return textLength(content.text);
    case 'json':
      return textLength(JSON.stringify(content.value));
    case 'bytes':
      return content.bytes.byteLength;
    case 'estimator':
      return valueLength(content.estimator);
  }
}

function valueLength(value: unknown): number {
  let binary = 0;
  const text = JSON.stringify(value, (_key, member: unknown) => {
    if (member instanceof Map) return [...member];
    if (!ArrayBuffer.isView(member)) return member;
    binary += member.byteLength;
    return 0;
  });
  return binary + textLength(text);
}

function textLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
