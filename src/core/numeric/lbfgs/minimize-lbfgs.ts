import { CurvatureMemory } from './curvature-memory.ts';
import { LARGEST_STEP, searchAlongLine } from './line-search.ts';
import { dot, type Objective, type ObjectiveValue } from './objective.ts';
import type { LinePoint } from './trial-step.ts';

const MEMORY = 10;
const MAX_EVALUATIONS = 15_000;

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
 * Minimises a smooth function without bounds. Follows SciPy 1.17's L-BFGS-B step by step with 10 corrections:
 * same first step, line search, stopping rules and restarts, so that the number of iterations is the same and
 * points differ by rounding only. Costs about 40 vector operations per iteration besides the objective.
 */
export function minimizeLbfgs(objective: Objective, start: Float64Array, options: LbfgsOptions): LbfgsResult {
  const memory = new CurvatureMemory(MEMORY);
  let current: Place = { point: start, ...objective(start) };
  let nIterations = 0;
  let nEvaluations = 1;
  if (largest(current.gradient) <= options.gradientTolerance) {
    return { point: start, nIterations, reason: 'gradient' };
  }
  for (;;) {
    const line = lineFrom(current, memory.descentDirection(current.gradient));
    const firstStep = nIterations === 0 ? Math.min(1 / norm(line.direction), LARGEST_STEP) : 1;
    const evaluate = (step: number) => {
      nEvaluations++;
      return placeOn(line, step, objective);
    };
    const reached =
      line.slope < 0 ? searchAlongLine(evaluate, line, { firstStep, maxEvaluations: 50 }) : null;
    if (reached === null) {
      if (memory.isEmpty) return { point: current.point, nIterations, reason: 'line-search' };
      memory.clear();
      continue;
    }
    current = reached;
    nIterations++;
    options.onIteration?.(nIterations);
    const reason = reasonToStop(line.start, reached, { nIterations, nEvaluations, options });
    if (reason !== null) return { point: reached.point, nIterations, reason };
    learn(memory, line, reached);
  }
}

interface Place extends ObjectiveValue {
  readonly point: Float64Array;
}

/** A line of search; as a `LinePoint` it is its own start. */
interface Line extends LinePoint {
  readonly start: Place;
  readonly end: Float64Array;
  readonly direction: Float64Array;
}

/** L-BFGS-B forms the end point first and the direction as its difference from the start, rounding included. */
function lineFrom(start: Place, descent: Float64Array): Line {
  const end = descent.map((value, i) => start.point[i]! + value);
  const direction = end.map((value, i) => value - start.point[i]!);
  return { start, end, direction, step: 0, value: start.value, slope: dot(start.gradient, direction) };
}

function placeOn(line: Line, step: number, objective: Objective): Place & LinePoint {
  const { start, end, direction } = line;
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
function learn(memory: CurvatureMemory, line: Line, reached: Place & LinePoint): void {
  const { step, slope, gradient } = reached;
  const curvature = (slope - line.slope) * step;
  if (curvature <= Number.EPSILON * -line.slope * step) return;
  const move = line.direction.map((value) => value * step);
  const turn = gradient.map((value, i) => value - line.start.gradient[i]!);
  memory.remember({ move, turn, curvature });
}

function largest(vector: Float64Array): number {
  return vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
