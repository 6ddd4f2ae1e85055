import { LabError } from '../core/errors.ts';

/** An error as the runner prints it: name and message, the hint of the lab's own, and where in the script it arose. */
export function describeError(error: unknown, scriptName: string): string {
  if (!(error instanceof Error)) return `uncaught: ${String(error)}`;
  const place = placeIn(scriptName, error.stack);
  return [
    `${error.name}: ${error.message}`,
    ...(error instanceof LabError ? [`hint: ${error.hint}`] : []),
    ...(place === null ? [] : [`    at ${place}`]),
  ].join('\n');
}

/** The innermost line of the script that a stack names, with its column where it is known. */
function placeIn(scriptName: string, stack: string | undefined): string | null {
  const line = stack?.split('\n').find((text) => text.includes(`${scriptName}:`));
  const place = /^:\d+(:\d+)?/.exec(line?.slice(line.indexOf(scriptName) + scriptName.length) ?? '');
  return place === null ? null : `${scriptName}${place[0]}`;
}
