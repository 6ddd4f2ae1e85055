/** A frame of a stack in a program that the kernel made. Line and column count from 1. */
export interface StackFrame {
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** How the kernel names its programs: stacks of every engine repeat the name with line and column. */
export function programName(number: number): string {
  return `notebook-cell-${number}.js`;
}

/**
 * The frames that may lie in cells, innermost first, of a stack as V8 (`at f (name:1:2)`), SpiderMonkey (`f@name:1:2`)
 * or JavaScriptCore (`f@name:1:2`) writes it. A program that was loaded as a script goes by its address.
 */
export function framesOf(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split('\n')) {
    // The message stands above the frames in V8, and may name a place itself.
    const match = /(notebook-cell-\d+\.js|blob:null\/[\da-f-]+):(\d+)(?::(\d+))?\)?$/.exec(text.trim());
    if (match === null) continue;
    frames.push({ source: match[1]!, line: Number(match[2]), column: Number(match[3] ?? 1) });
  }
  return frames;
}
