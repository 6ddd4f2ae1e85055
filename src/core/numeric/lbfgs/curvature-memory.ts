import { dot } from './objective.ts';

interface Correction {
  /** The step that was taken. */
  readonly move: Float64Array;
  /** How the gradient changed over it. */
  readonly turn: Float64Array;
  /** Their scalar product, the curvature along the step. */
  readonly curvature: number;
}

/**
 * The last steps and what they did to the gradient: an approximation of the inverse Hessian that costs a few
 * vectors. Mirrors the limited memory of L-BFGS-B in exact arithmetic (Nocedal 1980, two loops).
 */
export class CurvatureMemory {
  private readonly size: number;
  private corrections: Correction[] = [];

  constructor(size: number) {
    this.size = size;
  }

  get isEmpty(): boolean {
    return this.corrections.length === 0;
  }

  clear(): void {
    this.corrections = [];
  }

  /** Adds a step, forgetting the oldest one where the memory is full. */
  remember(correction: Correction): void {
    this.corrections.push(correction);
    if (this.corrections.length > this.size) this.corrections.shift();
  }

  /** Minus the approximate inverse Hessian times the gradient; minus the gradient while nothing is known. */
  descentDirection(gradient: Float64Array): Float64Array {
    const direction = gradient.map((value) => -value);
    const shares = this.corrections.map(() => 0);
    for (let i = this.corrections.length - 1; i >= 0; i--) {
      const { move, turn, curvature } = this.corrections[i]!;
      shares[i] = dot(move, direction) / curvature;
      add(direction, -shares[i]!, turn);
    }
    const latest = this.corrections.at(-1);
    if (latest !== undefined) scale(direction, latest.curvature / dot(latest.turn, latest.turn));
    this.corrections.forEach(({ move, turn, curvature }, i) => {
      add(direction, shares[i]! - dot(turn, direction) / curvature, move);
    });
    return direction;
  }
}

function add(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let i = 0; i < vector.length; i++) vector[i]! += factor * other[i]!;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
