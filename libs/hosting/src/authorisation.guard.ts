import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { NatsContext } from '@nestjs/microservices';
import { Authorisation } from '@redress/authorisation/authorisation';
import { Scopes } from '@redress/authorisation/scopes';
import { isRole, type Role } from '@redress/contracts/envelope';

/** As it came: it is checked only after this. */
type Request = {
  readonly envelope?: { readonly actor?: Acting };
  readonly actor?: Acting;
};
type Acting = { readonly role?: unknown; readonly scopes?: unknown };

/** Who acts may not; it is answered as the command itself would, or as if there were nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly rejected: string) {
    super(rejected);
  }
}

/**
 * Before every handler of every service: whether the key with which somebody acts is for this, and whether their role may say or
 * ask it at all. Nothing is checked or read for whoever may not. A subject that the policy does not name is refused to everybody.
 */
@Injectable()
export class AuthorisationGuard implements CanActivate {
  constructor(
    private readonly authorisation: Authorisation,
    private readonly scopes: Scopes,
  ) {}

  /** @throws Refused */
  canActivate(context: ExecutionContext): boolean {
    const rpc = context.switchToRpc();
    const subject = rpc.getContext<NatsContext>().getSubject();
    if (isHealth(subject)) return true;
    const { role, scopes } = actingIn(rpc.getData<Request>());
    if (!this.scopes.reach(scopes, subject)) throw new Refused('out-of-scope');
    // Who names no role is told by the pipe that the request is malformed.
    const rejected = role && this.authorisation.refusalOf(role, subject);
    if (rejected) throw new Refused(rejected);
    return true;
  }
}

/** How a service is has no content, and no actor is named with the question. */
const isHealth = (subject: string): boolean => subject.endsWith('.health');

const actingIn = ({ envelope, actor }: Request): { readonly role?: Role; readonly scopes: unknown } => {
  const { role, scopes } = envelope?.actor ?? actor ?? {};
  return { ...(isRole(role) && { role }), scopes };
};
