import { CurvatureMemory } from './curvature-memory.ts';
import { searchAlongLine } from './line-search.ts';
import { dot, type Objective, type ObjectiveValue } from './objective.ts';
import type { LinePoint } from './trial-step.ts';

const MEMORY = 10;
const MAX_EVALUATIONS = 15_000;
const MAX_EVALUATIONS_PER_LINE = 50;

export interface LbfgsOptions {
  readonly maxIterations: number;
  /** Stop where no component of the gradient is larger. */
  readonly gradientTolerance: number;
  /** Stop where a step lowers the value by less than this share of it. */
  readonly valueTolerance: number;
  /** Called after each iteration; may throw to stop. */
  readonly onIteration?: (nIterations: number) => void;
}

export interface LbfgsResult {
  readonly point: Float64Array;
  readonly nIterations: number;
  /** Why it ended; the first two mean that a minimum was found. */
  readonly reason: 'gradient' | 'value' | 'iterations' | 'evaluations' | 'line-search';
}

/**
 * Minimises a smooth function without bounds. Follows SciPy 1.17's L-BFGS-B step by step with 10 corrections: same first
 * step, line search, stopping rules and restarts, so that the number of iterations is the same and points differ by
 * rounding only. Costs about 40 vector operations per iteration besides the objective.
 */
export function minimizeLbfgs(objective: Objective, start: Float64Array, options: LbfgsOptions): LbfgsResult {
  const memory = new CurvatureMemory(MEMORY);
  let nEvaluations = 1;
  let nIterations = 0;
  let current = { point: start, ...objective(start) };
  if (largest(current.gradient) <= options.gradientTolerance)
    return { point: start, nIterations, reason: 'gradient' };
  for (;;) {
    const from = current;
    const path = pathFrom(from, memory.descentDirection(from.gradient));
    const evaluate = (step: number) => {
      nEvaluations++;
      return pointAt(objective, path, step);
    };
    const slope = dot(from.gradient, path.direction);
    const firstStep = nIterations === 0 ? Math.min(1 / norm(path.direction), 1e10) : 1;
    const reached =
      slope < 0
        ? searchAlongLine(
            evaluate,
            { step: 0, value: from.value, slope },
            { firstStep, maxEvaluations: MAX_EVALUATIONS_PER_LINE },
          )
        : null;
    if (reached === null) {
      if (memory.isEmpty) return { point: from.point, nIterations, reason: 'line-search' };
      memory.clear();
      continue;
    }
    current = reached;
    nIterations++;
    options.onIteration?.(nIterations);
    const reason = reasonToStop(from, current, { nIterations, nEvaluations, options });
    if (reason !== null) return { point: current.point, nIterations, reason };
    learn(memory, path, reached, slope);
  }
}

interface Path {
  readonly start: ObjectiveValue & { readonly point: Float64Array };
  readonly end: Float64Array;
  readonly direction: Float64Array;
}

type Reached = LinePoint & ObjectiveValue & { readonly point: Float64Array };

/** L-BFGS-B forms the end point first and the direction as its difference from the start, rounding included. */
function pathFrom(start: Path['start'], direction: Float64Array): Path {
  const end = direction.map((value, i) => start.point[i]! + value);
  return { start, end, direction: end.map((value, i) => value - start.point[i]!) };
}

function pointAt(objective: Objective, path: Path, step: number): Reached {
  const { start, end, direction } = path;
  const point = step === 1 ? end : direction.map((value, i) => step * value + start.point[i]!);
  const { value, gradient } = objective(point);
  return { step, point, value, gradient, slope: dot(gradient, direction) };
}

function reasonToStop(
  from: ObjectiveValue,
  to: ObjectiveValue,
  state: { readonly nIterations: number; readonly nEvaluations: number; readonly options: LbfgsOptions },
): LbfgsResult['reason'] | null {
  const { nIterations, nEvaluations, options } = state;
  if (nIterations >= options.maxIterations) return 'iterations';
  if (nEvaluations > MAX_EVALUATIONS) return 'evaluations';
  if (largest(to.gradient) <= options.gradientTolerance) return 'gradient';
  const scale = Math.max(Math.abs(from.value), Math.abs(to.value), 1);
  return from.value - to.value <= options.valueTolerance * scale ? 'value' : null;
}

/** Remembers the step unless its curvature is lost in rounding. */
function learn(memory: CurvatureMemory, path: Path, reached: Reached, startSlope: number): void {
  const { step } = reached;
  const curvature = (reached.slope - startSlope) * step;
  if (curvature <= Number.EPSILON * -startSlope * step) return;
  memory.remember({
    move: path.direction.map((value) => value * step),
    turn: reached.gradient.map((value, i) => value - path.start.gradient[i]!),
    curvature,
  });
}

function largest(vector: Float64Array): number {
  return vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
