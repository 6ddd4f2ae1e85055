const BETA_1 = 0.9;
const BETA_2 = 0.999;
// Constants that meet float32 arrays are float32 in numpy.
const KEEP_1 = Math.fround(BETA_1);
const TAKE_1 = Math.fround(1 - BETA_1);
const KEEP_2 = Math.fround(BETA_2);
const TAKE_2 = Math.fround(1 - BETA_2);
const EPSILON = Math.fround(1e-8);

/**
 * Adam, rounding where numpy rounds in scikit-learn: moments in float32, the step itself in doubles. It runs on plain
 * arrays because tfjs would do all of it in float32, in a dozen kernel calls per array. The powers of the betas are
 * products, as `Math.pow` differs between engines.
 */
export class Adam {
  private readonly learningRateInit: number;
  private readonly params: readonly Float32Array[];
  private readonly firstMoments: readonly Float32Array[];
  private readonly secondMoments: readonly Float32Array[];
  private beta1Power = 1;
  private beta2Power = 1;

  /** `step` changes `params` in place. */
  constructor(params: readonly Float32Array[], learningRateInit: number) {
    this.learningRateInit = learningRateInit;
    this.params = params;
    this.firstMoments = params.map((values) => new Float32Array(values.length));
    this.secondMoments = params.map((values) => new Float32Array(values.length));
  }

  /** One step against the gradients, one array per parameter array. */
  step(gradients: readonly Float32Array[]): void {
    this.beta1Power *= BETA_1;
    this.beta2Power *= BETA_2;
    const learningRate = (this.learningRateInit * Math.sqrt(1 - this.beta2Power)) / (1 - this.beta1Power);
    gradients.forEach((gradient, i) => {
      const values = this.params[i]!;
      const first = this.firstMoments[i]!;
      const second = this.secondMoments[i]!;
      for (let k = 0; k < values.length; k++) {
        const g = gradient[k]!;
        const m = Math.fround(Math.fround(KEEP_1 * first[k]!) + Math.fround(TAKE_1 * g));
        const v = Math.fround(Math.fround(KEEP_2 * second[k]!) + Math.fround(TAKE_2 * Math.fround(g * g)));
        first[k] = m;
        second[k] = v;
        values[k]! -= (learningRate * m) / Math.fround(Math.fround(Math.sqrt(v)) + EPSILON);
      }
    });
  }
}
