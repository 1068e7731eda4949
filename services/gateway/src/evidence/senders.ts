import { HttpStatus } from '@nestjs/common';
import type { Actor, Role } from '@redress/contracts/envelope';
import { Problem } from '@redress/edge/problems';
import type { PersonId } from '@redress/contracts/values';
import { mustReach } from '../session/confined.js';

const SEND: readonly Role[] = ['unit', 'office', 'inspection'];

/** Who may send files: somebody with a name who shows, or checks, what was done. @throws Problem for all others. */
export const senderOf = (actor: Actor): PersonId => {
  mustReach(actor, 'gateway.send-file');
  const { role, person } = actor;
  if (!SEND.includes(role) || person === undefined)
    throw new Problem('may-not-send-files', HttpStatus.FORBIDDEN);
  return person;
};
