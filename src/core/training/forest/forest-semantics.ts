/**
 * Whose forest is grown, where scikit-learn's versions differ:
 * - 'classic': 1.3 to 1.5 and 1.8 (1.2 normalises leaves otherwise): values within 1e-7 are not told apart;
 * - '1.7': 1.6 and 1.7, in whose builds that limit is 0, so that any two float32 values are told apart;
 * - '1.9': as 'classic', but class weights steer the bootstrap draw, and small blocks are sorted by insertion.
 * 'classic' and '1.7' are the same for columns without values that close. Executed: 1.5.2, 1.6.1, 1.7.2, 1.8.0.
 */
export type ForestSemantics = 'classic' | '1.7' | '1.9';

export const FOREST_SEMANTICS: readonly ForestSemantics[] = ['classic', '1.7', '1.9'];
