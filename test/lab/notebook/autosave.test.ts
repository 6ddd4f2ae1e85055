import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../../src/lab/notebook/autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('stores all along while someone types without a pause', async () => {
    let text = '';
    const stored: { text: string; at: number }[] = [];
    const autosave = createAutosave({
      write: async () => void stored.push({ text, at: Date.now() }),
      onChange: () => undefined,
    });
    const start = Date.now();
    for (let key = 1; key <= 50; key++) {
      text += 'x';
      autosave.mark('cell');
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(100);
    const waits = stored.map(({ at }, i) => at - (stored[i - 1]?.at ?? start));
    expect(Math.max(...waits)).toBeLessThanOrEqual(30);
    expect(stored.at(-1)?.text).toBe('x'.repeat(50));
  });

  it('writes a key again that changed while it was written', async () => {
    let value = 1;
    const stored: number[] = [];
    const autosave = createAutosave({
      write: async () => {
        const written = value;
        await new Promise((resolve) => setTimeout(resolve, 50));
        stored.push(written);
      },
      onChange: () => undefined,
    });
    autosave.mark('cell');
    await vi.advanceTimersByTimeAsync(20);
    value = 2;
    autosave.mark('cell');
    await vi.advanceTimersByTimeAsync(400);
    expect(stored).toEqual([1, 2]);
    expect(autosave.unsaved.size).toBe(0);
  });

  it('hands over as many values of a key at once as it may, and the newest when one is stored', async () => {
    let value = 0;
    const handedOver: number[] = [];
    const ends: (() => void)[] = [];
    const autosave = createAutosave({
      mostAtOnce: 3,
      write: () => {
        handedOver.push(value);
        return new Promise((resolve) => ends.push(resolve));
      },
      onChange: () => undefined,
    });
    for (value = 1; value <= 6; value++) {
      autosave.mark('cell');
      await vi.advanceTimersByTimeAsync(1);
    }
    value = 6;
    expect(handedOver).toEqual([1, 2, 3]);
    let isFlushed = false;
    void autosave.flush().then(() => {
      isFlushed = true;
    });
    ends.shift()!();
    await vi.advanceTimersByTimeAsync(1);
    expect(handedOver).toEqual([1, 2, 3, 6]);
    for (const end of ends.splice(0, 2)) end();
    await vi.advanceTimersByTimeAsync(1);
    expect(isFlushed).toBe(false);
    ends.shift()!();
    await vi.advanceTimersByTimeAsync(1);
    expect(isFlushed).toBe(true);
    expect(autosave.unsaved.size).toBe(0);
    expect(handedOver).toEqual([1, 2, 3, 6]);
  });

  it('tells a failure, keeps what it could not write, and tries again', async () => {
    let isFull = true;
    const stored: string[] = [];
    const errors: unknown[] = [];
    const autosave = createAutosave({
      retryMs: 1000,
      write: async (key) => {
        if (isFull) throw new Error('the disk is full');
        stored.push(key);
      },
      onChange: (error) => errors.push(error),
    });
    autosave.mark('a');
    autosave.mark('b');
    await vi.advanceTimersByTimeAsync(150);
    expect(errors.at(-1)).toMatchObject({ message: 'the disk is full' });
    expect([...autosave.unsaved].sort()).toEqual(['a', 'b']);
    isFull = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored.sort()).toEqual(['a', 'b']);
    expect(errors.at(-1)).toBeNull();
  });
});
