import { describe, expect, it } from 'vitest';
import { throwIfCancelled } from '../../src/core/task.ts';

describe('throwIfCancelled', () => {
  it('throws once the signal is aborted, naming the task', () => {
    const controller = new AbortController();
    throwIfCancelled(controller.signal, 'training');
    throwIfCancelled(undefined, 'training');
    controller.abort();
    expect(() => throwIfCancelled(controller.signal, 'training')).toThrow(
      expect.objectContaining({ name: 'AbortError', message: 'training was cancelled' }),
    );
  });
});
