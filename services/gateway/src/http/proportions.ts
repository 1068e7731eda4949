import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';

/** No contract is deeper than five. What checks a body walks down it call by call, and has only so much stack. */
const DEEPEST = 20;
/** No contract asks for a tenth of that. The time to check a body grows faster than what is in it. */
const MOST_VALUES = 5_000;

/** The problem with a body that is deeper, or has more in it, than any that is asked for; undefined for all others. */
export const outOfProportion = (body: unknown): Problem | undefined => {
  let level = [body].filter(isNesting);
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return problem('depth', DEEPEST);
    const within = level.flatMap((value): unknown[] => Object.values(value));
    values += within.length;
    if (values > MOST_VALUES) return problem('values', MOST_VALUES);
    level = within.filter(isNesting);
  }
  return undefined;
};

const problem = (rule: string, most: number): Problem =>
  new Problem('malformed', HttpStatus.BAD_REQUEST, { broken: [{ field: 'body', rule, limits: { most } }] });

const isNesting = (value: unknown): value is object => typeof value === 'object' && value !== null;
