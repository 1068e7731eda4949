import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';
import type { ProblemType } from '@redress/edge/texts/texts';

/** How much is set in the environment. @throws Error for what is no whole number from 1. */
export const setTo = (name: string, usually: number, env = process.env): number => {
  const set = env[name] ?? '';
  if (set === '') return usually;
  if (!/^[1-9]\d{0,8}$/.test(set))
    throw new Error(`${name} must be a whole number from 1; it is ${JSON.stringify(set)}`);
  return Number(set);
};

/** That there is too much of something, and after how many seconds to come again. */
export const tooMany = (type: ProblemType, seconds: number): Problem =>
  new Problem(type, HttpStatus.TOO_MANY_REQUESTS, { headers: { 'retry-after': String(seconds) } });
