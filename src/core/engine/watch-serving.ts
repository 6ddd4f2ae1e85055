import type { Api } from '../serving/api.ts';
import type { Faults } from '../serving/faults.ts';

/** The API and the faults, which tell `onChange` after every start, restart, stop, injection and clearing. */
export function watchServing(
  { api, faults }: { readonly api: Api; readonly faults: Faults },
  onChange: () => void,
): { readonly api: Api; readonly faults: Faults } {
  // A start that fails changes the state too: the API is up without a model.
  const afterwards = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      onChange();
    }
  };
  return {
    api: {
      ...api,
      start: (options) => afterwards(api.start(options)),
      restart: () => afterwards(api.restart()),
      join: (other) => afterwards(api.join(other)),
      stop: () => {
        api.stop();
        onChange();
      },
    },
    faults: {
      ...faults,
      inject: (fault) => {
        faults.inject(fault);
        onChange();
      },
      clear: () => {
        faults.clear();
        onChange();
      },
    },
  };
}
