import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../src/lab/notebook/cell-status.ts';
import { outdatedOf } from '../../../src/lab/notebook/stale-cells.ts';
import { openTestNotebook } from './open-session.ts';

describe('a notebook session', () => {
  it('starts no kernel before the first run', async () => {
    const { session, nKernels } = await openTestNotebook(['1']);
    session.edit('a', '1 + 1');
    expect(nKernels()).toBe(0);
    expect(session.state.getState().kernel).toBe('off');
    await session.run(['a']);
    expect(nKernels()).toBe(1);
  });

  it('runs cells in order in one scope, and stores what they left', async () => {
    const { session, code, stored } = await openTestNotebook(['const x = 20;', 'console.log("x"); x + 1']);
    await session.runAll();
    expect(code('b').outputs.map((output) => output.kind)).toEqual(['text', 'value']);
    expect(code('b').outputs[1]).toMatchObject({ value: { preview: '21' } });
    expect(code('b').lastRun).toMatchObject({ number: 2, end: 'ok', reads: ['x'], source: code('b').source });
    expect(session.state.getState().variables.map(({ name }) => name)).toEqual(['x']);
    expect((await stored()).cells).toEqual([code('a'), code('b')]);
  });

  it('stores every key under its own cell and gives it back', async () => {
    const { session, stored } = await openTestNotebook(['', 'kept']);
    for (let length = 1; length <= 40; length++) session.edit('a', 'x'.repeat(length));
    expect(session.state.getState().saving.unsaved).toEqual(['a']);
    expect(session.unsavedCells().map(({ source }) => source)).toEqual(['x'.repeat(40)]);
    expect((await stored()).cells.map(({ source }) => source)).toEqual(['x'.repeat(40), 'kept']);
    expect(session.state.getState().saving.unsaved).toEqual([]);
  });

  it('drops the cells that wait when one fails, and says where it failed', async () => {
    const { session, code } = await openTestNotebook(['const ok = 1;', '\nmissing + 1', 'const never = 1;']);
    await session.runAll();
    expect(code('b').lastRun?.end).toBe('error');
    expect(code('b').outputs.at(-1)).toMatchObject({
      ...{ kind: 'error', name: 'ReferenceError', places: [{ cellId: 'b', line: 2 }] },
    });
    expect(code('c').lastRun).toBeNull();
    expect(session.state.getState().cells.c?.phase.kind).toBe('none');
  });

  it('runs from a cell on', async () => {
    const { session, code } = await openTestNotebook(['const a = 1;', 'const b = 2;', 'b']);
    await session.runFrom('b');
    expect(code('a').lastRun).toBeNull();
    expect(code('c').outputs[0]).toMatchObject({ value: { preview: '2' } });
  });

  it('forgets all variables when everything runs from clean', async () => {
    const { session, code, nKernels } = await openTestNotebook(['typeof late', 'const late = 1;']);
    await session.runAll();
    await session.run(['a']);
    expect(code('a').outputs[0]).toMatchObject({ value: { preview: "'number'" } });
    await session.runAllFromClean();
    expect(code('a').outputs[0]).toMatchObject({ value: { preview: "'undefined'" } });
    expect(code('a').lastRun?.number).toBe(1);
    expect(nKernels()).toBe(2);
  });

  it('says that the variables are lost when a cell could only be stopped with its kernel', async () => {
    const { session, code } = await openTestNotebook(['const x = 1;', 'await never();', 'x']);
    await session.run(['a']);
    const running = session.run(['b', 'c']);
    await until(() => session.state.getState().cells.b?.phase.kind === 'running');
    await session.stop();
    await running;
    expect(code('b').lastRun).toMatchObject({ end: 'stopped', stoppedBy: 'stop' });
    expect(code('c').lastRun).toBeNull();
    const { lostBy, cells, variables } = session.state.getState();
    expect(lostBy).toBe('b');
    expect(variables).toEqual([]);
    expect(cells.a?.isCurrent).toBe(false);
    await session.run(['a']);
    expect(session.state.getState().lostBy).toBeNull();
  });

  it('says that the variables are lost when the kernel ended while nothing ran', async () => {
    const { session, loseKernel } = await openTestNotebook(['const x = 1;', 'const y = x;', 'x + y']);
    await session.run(['a', 'b']);
    loseKernel();
    const { lostBy, cells, variables, kernel } = session.state.getState();
    expect({ lostBy, variables, kernel }).toEqual({ lostBy: 'b', variables: [], kernel: 'idle' });
    expect([cells.a?.isCurrent, cells.b?.isCurrent]).toEqual([false, false]);
    await session.run(['a', 'b']);
    expect(session.state.getState().lostBy).toBeNull();
  });

  it('stops a cell at its time limit, and a longer limit counts for the cell that runs', async () => {
    const { session, code } = await openTestNotebook(
      ['await new Promise((resolve) => setTimeout(resolve, 250)); "done"', 'await never()'],
      { timeLimitMs: 100 },
    );
    const running = session.run(['a']);
    await until(() => session.state.getState().cells.a?.phase.kind === 'running');
    session.setTimeLimit(5000);
    await running;
    expect(code('a').lastRun?.end).toBe('ok');
    session.setTimeLimit(100);
    await session.run(['b']);
    expect(code('b').lastRun).toMatchObject({ end: 'stopped', stoppedBy: 'time-limit' });
  });

  it('keeps a bounded number of outputs, and the error that ended them', async () => {
    const { session, code } = await openTestNotebook([
      'for (let i = 0; i < 5000; i++) console[i % 2 ? "log" : "warn"](i); throw new Error("end");',
    ]);
    await session.runAll();
    expect(code('a').outputs.length).toBeLessThan(2100);
    expect(code('a').outputs.some((output) => output.kind === 'error' && output.message === 'end')).toBe(
      true,
    );
  });

  it('calls a cell edited when its text is another than the one that ran', async () => {
    const { session } = await openTestNotebook(['1']);
    const status = () =>
      statusOf(session.state.getState().cells.a!, outdatedOf(session.state.getState(), 'a'));
    expect(status()).toBe('idle');
    await session.runAll();
    expect(status()).toBe('ok');
    session.edit('a', '2');
    expect(status()).toBe('edited');
    session.edit('a', '1');
    expect(status()).toBe('ok');
  });

  it('calls a cell stale when a variable that it reads was written since, after a new kernel too', async () => {
    const { session } = await openTestNotebook(['let x = 1;', 'x + 1', 'const own = 3;']);
    await session.runAll();
    await session.restart();
    await session.run(['c']);
    await session.run(['a']);
    const { getState } = session.state;
    expect(outdatedOf(getState(), 'b')).toEqual({ kind: 'stale', because: ['x'] });
    expect(outdatedOf(getState(), 'c')).toBeNull();
    await session.run(['b']);
    expect(outdatedOf(getState(), 'b')).toBeNull();
  });

  it('changes nothing while another tab edits the notebook, and shows what that one stored', async () => {
    const { session, code, stored } = await openTestNotebook(['1', '2']);
    session.setEditable(false);
    session.edit('a', 'mine');
    session.remove('b');
    session.rename('Mine');
    await session.runAll();
    const { title, order } = session.state.getState();
    expect([title, order, code('a').source, code('a').lastRun]).toEqual(['Test', ['a', 'b'], '1', null]);
    const before = session.state.getState().cells.b;
    session.follow({
      ...(await stored()),
      title: 'Theirs',
      cells: [{ ...code('a'), source: 'theirs' }, code('b')],
    });
    expect(code('a').source).toBe('theirs');
    expect(session.state.getState().title).toBe('Theirs');
    expect(session.state.getState().cells.b).toBe(before);
  });

  it('keeps a version when a cell is left or run, and once for the same text', async () => {
    const { session, store } = await openTestNotebook(['first']);
    session.edit('a', '1');
    session.leave('a');
    session.leave('a');
    session.edit('a', '12');
    await session.run(['a']);
    expect((await session.versions('a')).map(({ source }) => source)).toEqual(['12', '1']);
    expect((await store.versions('n', 'a')).length).toBe(2);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
