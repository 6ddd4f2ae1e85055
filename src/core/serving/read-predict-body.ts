import { ownMember } from '../own-member.ts';
import { locateJsonError } from './locate-json-error.ts';

/** One finding of a request's validation, as FastAPI lists them under `detail` in a 422 answer. */
export interface ValidationProblem {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: { readonly error: string };
}

/** The entity asked for, or what is wrong with the body. */
export type PredictBody =
  | { readonly entity: string; readonly problems?: never }
  | { readonly entity?: never; readonly problems: readonly ValidationProblem[] };

/**
 * Reads `{ [joinKey]: string }` as FastAPI with pydantic 2 does: a number is no string, extra members are ignored.
 * Unlike FastAPI it takes a body as JSON whatever its content type, since a bare `fetch` says text/plain.
 */
export function readPredictBody(body: string, joinKey: string): PredictBody {
  if (body === '') return refuse('missing', ['body'], { msg: 'Field required', input: null });
  const error = locateJsonError(body);
  if (error !== null) {
    return refuse('json_invalid', ['body', error.position], {
      msg: 'JSON decode error',
      input: {},
      ctx: { error: error.message },
    });
  }
  const value: unknown = JSON.parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    return refuse('model_attributes_type', ['body'], { msg, input: value });
  }
  const entity = ownMember(value as Readonly<Record<string, unknown>>, joinKey);
  if (entity === undefined) {
    return refuse('missing', ['body', joinKey], { msg: 'Field required', input: value });
  }
  if (typeof entity !== 'string') {
    return refuse('string_type', ['body', joinKey], { msg: 'Input should be a valid string', input: entity });
  }
  return { entity };
}

function refuse(
  type: string,
  loc: ValidationProblem['loc'],
  rest: Omit<ValidationProblem, 'type' | 'loc'>,
): PredictBody {
  return { problems: [{ type, loc, ...rest }] };
}
