import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Python script that answers every line on stdin by one line on stdout. */
export interface PythonServer {
  ask(request: unknown): Promise<string>;
  close(): void;
}

/** Starts `script` with the interpreter at `python`; its errors go to our stderr. */
export function startPython(python: string, script: string): PythonServer {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  return {
    async ask(request) {
      const answered = once(lines, 'line');
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const [line] = await answered;
      return line as string;
    },
    close: () => void child.stdin.end(),
  };
}
