// The page of tabs.test.ts: the lab as a tab has it, and what is done to it, as one global object.
import { loadNotebooks } from '../../../src/lab/notebook/open-notebooks.ts';
import { END_REASON_TAG } from '../../../src/lab/runs/end-abandoned-runs.ts';
import { openEditLock } from '../../../src/lab/tabs/edit-lock.ts';
import { loadPageWorkspace } from '../../../src/lab/workspace/load-page-workspace.ts';

const MODEL = 'churn';
const HOUR_MS = 3_600_000;

const tabUnderTest = {
  /** A run, a model with as many versions, one of them in Production, and a notebook. */
  async prepare(nVersions: number): Promise<{ runId: string; startedAt: number }> {
    const { api, engine } = await loadPageWorkspace();
    const model = new api.DummyClassifier({ strategy: 'prior' });
    await model.fit({ data: Float64Array.of(1, 2), nRows: 2, nCols: 1 }, [0, 1]);
    const { runId } = (await engine.tracking.client.createRun({ experimentId: '0' })).info;
    for (let i = 0; i < nVersions; i++) {
      await engine.registry.logModel(runId, model.toArtifact(), {
        artifactPath: `model-${i}`,
        registeredModelName: MODEL,
      });
    }
    await promote(1);
    await (await loadNotebooks()).create({
      kind: 'notebook',
      version: 1,
      id: 'shared',
      title: 'Shared',
      cells: [],
    });
    return { runId, startedAt: engine.time.clock.now() };
  },

  /** Random promotions and edits; gives how many of each. */
  async work({ tab, runId, nSteps }: { tab: string; runId: string; nSteps: number }) {
    const { engine } = await loadPageWorkspace();
    const notebooks = await loadNotebooks();
    const done = { promotions: 0, tags: 0, hours: 0, cells: 0 };
    for (let step = 0; step < nSteps; step++) {
      await promote(1 + Math.floor(Math.random() * 5));
      done.promotions++;
      const kind = Math.floor(Math.random() * 3);
      if (kind === 0) {
        await engine.tracking.client.setTag(runId, `${tab}-${done.tags++}`, 'x');
      } else if (kind === 1) {
        await engine.time.advance({ hours: 1 });
        done.hours++;
      } else {
        await notebooks.saveSource('shared', {
          id: `${tab}-${done.cells++}`,
          kind: 'code',
          source: String(step),
        });
      }
    }
    return done;
  },

  /** How many versions are in Production, as often as one can look, until `stop` is called. */
  async watchProduction(): Promise<void> {
    const { engine } = await loadPageWorkspace();
    const seen = new Set<number>();
    let nLooks = 0;
    let isStopped = false;
    tabUnderTest.stopWatching = () => {
      isStopped = true;
      return { counts: [...seen], nLooks };
    };
    while (!isStopped) {
      const versions = await engine.registry.searchModelVersions();
      seen.add(versions.filter(({ currentStage }) => currentStage === 'Production').length);
      nLooks++;
    }
  },
  stopWatching: (): { counts: number[]; nLooks: number } => ({ counts: [], nLooks: 0 }),

  /** What this tab sees of the lab: from memory the clock, from the database the rest. */
  async look(runId: string) {
    const { engine } = await loadPageWorkspace();
    const { data } = await engine.tracking.client.getRun(runId);
    const versions = await engine.registry.searchModelVersions();
    const history = await engine.registry.getStageHistory(MODEL);
    return {
      hour: engine.time.clock.now() / HOUR_MS,
      tags: Object.keys(data.tags).filter((key) => /^[ab]-/.test(key)).length,
      production: versions.filter(({ currentStage }) => currentStage === 'Production').length,
      promotions: history.filter(({ action, to }) => action === 'transitioned' && to === 'Production').length,
      sequences: new Set(history.map(({ sequence }) => sequence)).size === history.length,
    };
  },

  async startRun(): Promise<string> {
    const { engine } = await loadPageWorkspace();
    return (await engine.tracking.client.createRun({ experimentId: '0' })).info.runId;
  },

  async runOf(runId: string) {
    const { info, data } = await (await loadPageWorkspace()).engine.tracking.client.getRun(runId);
    return { status: info.status, reason: data.tags[END_REASON_TAG] ?? null };
  },

  async applyView(): Promise<void> {
    const { api } = await loadPageWorkspace();
    const user = new api.Entity({ name: 'user', joinKeys: ['user_id'] });
    const source = new api.SnapshotSource({ table: 'usage', timestampField: 'as_of' });
    const schema = [new api.Field({ name: 'hours', dtype: 'float64' })];
    await api.store.apply([
      user,
      new api.FeatureView({ name: 'usage_fv', entities: [user], ttl: 0, schema, source }),
    ]);
  },

  views: async (): Promise<string[]> =>
    (await loadPageWorkspace()).engine.views.list().map(({ name }) => name),

  /** Edits one notebook under its lock: what is unsaved is stored when the lock is asked for. */
  async openNotebook(stored: string): Promise<void> {
    const state = { isOurs: false, unsaved: '' };
    const lock = await openEditLock({
      name: 'notebook shared',
      onChange: (isOurs) => {
        state.isOurs = isOurs;
      },
      beforeRelease: async () => {
        await (await loadNotebooks()).saveSource('shared', {
          id: stored,
          kind: 'code',
          source: state.unsaved,
        });
      },
    });
    Object.assign(tabUnderTest, { state, lock });
  },
  state: { isOurs: false, unsaved: '' },
  lock: { take: async (): Promise<void> => undefined, close: (): void => undefined },
};

declare global {
  var tab: typeof tabUnderTest;
}

globalThis.tab = tabUnderTest;

async function promote(version: number): Promise<void> {
  const { engine } = await loadPageWorkspace();
  await engine.registry.transitionModelVersionStage({
    name: MODEL,
    version,
    stage: 'Production',
    archiveExistingVersions: true,
  });
}
