/** Where trees stop growing; see the reference's `GrowthLimits`. */
export let maxFeatures: i32 = 0;
export let maxDepth: i32 = 0;
export let minSamplesSplit: i32 = 0;
export let minSamplesLeaf: i32 = 0;
export let minImpurityDecrease: f64 = 0;

/** Blocks up to this size are finished by insertion when they are sorted: 15 in the 1.9 semantics, else 1. */
export let smallestBlock: i32 = 1;

/** Sets them all; to be called once per forest. */
export function setLimits(
  features: i32,
  depth: i32,
  samplesSplit: i32,
  samplesLeaf: i32,
  impurityDecrease: f64,
  smallest: i32,
): void {
  maxFeatures = features;
  maxDepth = depth;
  minSamplesSplit = samplesSplit;
  minSamplesLeaf = samplesLeaf;
  minImpurityDecrease = impurityDecrease;
  smallestBlock = smallest;
}
