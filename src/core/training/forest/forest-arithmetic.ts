/**
 * On whose processor the forest is grown, as scikit-learn's builds differ in the last bits there:
 * - 'separate': every product and every sum is rounded, as on x86-64; the reference;
 * - 'fused': some products are added without rounding them first, as ARM servers do (and, by the same instruction,
 *   Apple Silicon). Other last bits decide ties between splits, so deep trees differ. Grown by the slower reference
 *   grower. Executed: 1.2.1 as Debian builds it for arm64; another compiler may fuse other products.
 */
export type ForestArithmetic = 'separate' | 'fused';

export const FOREST_ARITHMETICS: readonly ForestArithmetic[] = ['separate', 'fused'];
