/** What the compiled accelerator offers; each `…Place` is an address in `memory`. */
export interface AcceleratorExports {
  readonly memory: WebAssembly.Memory;
  allocate(nRows: number, nCols: number, nClasses: number, nValues: number, maxDistinct: number): void;
  setLimits(
    maxFeatures: number,
    maxDepth: number,
    minSamplesSplit: number,
    minSamplesLeaf: number,
    minImpurityDecrease: number,
    smallestBlock: number,
  ): void;
  findCloseValues(): void;
  growTree(randomStart: number, hasWholeWeights: boolean): number;
  ranksPlace(): number;
  valuesPlace(): number;
  startsPlace(): number;
  codesPlace(): number;
  countsPlace(): number;
  classWeightsPlace(): number;
  featurePlace(): number;
  thresholdPlace(): number;
  leftPlace(): number;
  rightPlace(): number;
  impurityPlace(): number;
  samplesPlace(): number;
  weightPlace(): number;
  valuePlace(): number;
  allocatePrediction(nRows: number, nCols: number, nClasses: number, maxNodes: number): void;
  addTree(nNodes: number): void;
  predictRowsPlace(): number;
  predictSumsPlace(): number;
  predictFeaturePlace(): number;
  predictThresholdPlace(): number;
  predictLeftPlace(): number;
  predictRightPlace(): number;
  predictValuePlace(): number;
}

/** The compiled accelerator, or null where the engine has no WebAssembly with 128-bit vectors. Compiled once. */
export function loadAccelerator(): Promise<WebAssembly.Module | null> {
  loading ??= compile();
  return loading;
}

let loading: Promise<WebAssembly.Module | null> | null = null;

async function compile(): Promise<WebAssembly.Module | null> {
  if (typeof WebAssembly === 'undefined') return null;
  // A page that trains nothing itself need not have it.
  const { forestAcceleratorBase64 } = await import('./forest-accelerator.generated.ts');
  const bytes = Uint8Array.from(atob(forestAcceleratorBase64), (letter) => letter.charCodeAt(0));
  return WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : null;
}
