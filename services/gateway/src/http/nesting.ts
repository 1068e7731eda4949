import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';

/** No contract is deeper than five. What checks a body walks down it call by call, and has only so much stack. */
const DEEPEST = 20;

/** The problem with a body that is nested deeper than any that is asked for; undefined for all others. */
export const nestedTooDeep = (body: unknown): Problem | undefined => {
  let level = [body].filter(isNesting);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      return new Problem('malformed', HttpStatus.BAD_REQUEST, {
        broken: [{ field: 'body', rule: 'depth', limits: { most: DEEPEST } }],
      });
    level = level.flatMap((value): unknown[] => Object.values(value)).filter(isNesting);
  }
  return undefined;
};

const isNesting = (value: unknown): value is object => typeof value === 'object' && value !== null;
