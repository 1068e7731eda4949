import { Scopes } from '@redress/authorisation/scopes';
import type { Actor } from '@redress/contracts/envelope';
import { outOfScope } from '@redress/edge/problems';

const scopes = new Scopes();

/** For what the gateway does by itself: services see to all else. @throws Problem when the key of who acts is confined to other things. */
export const mustReach = (actor: Actor, what: 'gateway.send-file' | 'gateway.read-status'): void => {
  if (!scopes.reach(actor.scopes, what)) throw outOfScope();
};
