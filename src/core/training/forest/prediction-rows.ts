/** Float32 rows, one after the other, as trees read them. */
export interface PredictionRows {
  readonly data: Float32Array;
  readonly nRows: number;
}
