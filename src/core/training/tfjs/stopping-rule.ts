import type { MLPParams } from './mlp-params.ts';

/** Counts the epochs that did not improve by `tol`; met after more than `nIterNoChange` of them in a row. */
export class StoppingRule {
  readonly scores: number[] = [];
  private readonly params: MLPParams;
  private bestLoss = Number.POSITIVE_INFINITY;
  private bestScore = Number.NEGATIVE_INFINITY;
  private nIdle = 0;

  constructor(params: MLPParams) {
    this.params = params;
  }

  get isMet(): boolean {
    return this.nIdle > this.params.nIterNoChange;
  }

  observeLoss(loss: number): void {
    this.count(loss > Math.fround(this.bestLoss - this.params.tol));
    this.bestLoss = Math.min(this.bestLoss, loss);
  }

  /** True if this is the best score so far. */
  observeScore(score: number): boolean {
    this.scores.push(score);
    this.count(score < this.bestScore + this.params.tol);
    const isBest = score > this.bestScore;
    if (isBest) this.bestScore = score;
    return isBest;
  }

  private count(isIdle: boolean): void {
    this.nIdle = isIdle ? this.nIdle + 1 : 0;
  }
}
