import { HttpStatus } from '@nestjs/common';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';

export const TEAM_STATUS: Readonly<Record<TeamRejection, HttpStatus>> = {
  'may-not-form-teams': HttpStatus.FORBIDDEN,
  'no-such-team': HttpStatus.NOT_FOUND,
  'team-is-another': HttpStatus.CONFLICT,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'outside-the-term': HttpStatus.UNPROCESSABLE_ENTITY,
  'nobody-with-this-id': HttpStatus.UNPROCESSABLE_ENTITY,
  'already-a-member-then': HttpStatus.CONFLICT,
  'has-a-head-then': HttpStatus.CONFLICT,
  'not-a-member': HttpStatus.CONFLICT,
  'unit-not-there-then': HttpStatus.UNPROCESSABLE_ENTITY,
  'already-paired-then': HttpStatus.CONFLICT,
  'not-paired': HttpStatus.CONFLICT,
  'already-a-liaison-then': HttpStatus.CONFLICT,
  'liaison-is-recused': HttpStatus.CONFLICT,
  'not-a-liaison': HttpStatus.CONFLICT,
  'ended-otherwise': HttpStatus.CONFLICT,
};
