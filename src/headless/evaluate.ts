import vm from 'node:vm';

/** A kernel's `evaluate` in Node; `import()` finds Node's own modules. */
export function evaluate(code: string, filename: string): unknown {
  const script = new vm.Script(code, {
    filename,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return script.runInThisContext();
}
