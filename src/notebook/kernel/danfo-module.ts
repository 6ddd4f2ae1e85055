import { LabError } from '../../core/errors.ts';
import type { Danfo } from '../lab-api/danfo.ts';

/** danfojs for the cells of one kernel: loaded when a cell first names it. */
export interface DanfoModule {
  /** Loads it where it is not loaded; rejects with what the host's loading failed with. */
  load(): Promise<void>;
  /** The module; loads it where the host can without waiting, else a `LabError` tells how to load it. */
  get(): Danfo;
  /** Lets `print()` of its tables write into `log`, until another kernel asks for the same. */
  printInto(log: (text: string) => void): void;
}

/** How the host loads danfojs: at once, as Node can, or later. */
export type LoadDanfo = () => Danfo | Promise<Danfo>;

interface Printable {
  print: () => void;
}

/** `onLoad` is given the module once. */
export function createDanfoModule(
  loadDanfo: LoadDanfo | undefined,
  onLoad: (danfo: Danfo) => void,
): DanfoModule {
  let danfo: Danfo | null = null;
  const adopt = (loaded: Danfo): Danfo => {
    if (danfo === null) onLoad(loaded);
    danfo = loaded;
    return loaded;
  };
  return {
    async load() {
      if (danfo === null && loadDanfo !== undefined) adopt(await loadDanfo());
    },
    get() {
      if (danfo !== null) return danfo;
      const loaded = loadDanfo?.();
      if (loaded !== undefined && !(loaded instanceof Promise)) return adopt(loaded);
      // What was begun for nothing may fail for nothing.
      loaded?.catch(() => undefined);
      throw new LabError(
        'danfojs is not loaded',
        'write dfd or toDf in this cell: danfojs is loaded before it runs',
      );
    },
    printInto(log) {
      const classes = [danfo?.DataFrame, (danfo as { Series?: Danfo['DataFrame'] } | null)?.Series];
      for (const { prototype } of classes.filter((found) => found !== undefined)) {
        (prototype as unknown as Printable).print = function print(this: object): void {
          log(String(this));
        };
      }
    },
  };
}
