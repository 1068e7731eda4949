import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { NatsContext } from '@nestjs/microservices';
import { Authorisation } from '@redress/authorisation/authorisation';
import { isRole, type Role } from '@redress/contracts/envelope';

/** As it came: it is checked only after this. */
type Request = {
  readonly envelope?: { readonly actor?: { readonly role?: unknown } };
  readonly actor?: { readonly role?: unknown };
};

/** Who acts may not; it is answered as the command itself would, or as if there were nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly rejected: string) {
    super(rejected);
  }
}

/**
 * Before every handler of every service: whether the role of who acts may say or ask this at all. Nothing is checked or read
 * for whoever may not. A subject that the policy does not name is refused to everybody.
 */
@Injectable()
export class AuthorisationGuard implements CanActivate {
  constructor(private readonly authorisation: Authorisation) {}

  /** @throws Refused */
  canActivate(context: ExecutionContext): boolean {
    const rpc = context.switchToRpc();
    const subject = rpc.getContext<NatsContext>().getSubject();
    if (isHealth(subject)) return true;
    const role = roleIn(rpc.getData<Request>());
    // Who names no role is told by the pipe that the request is malformed.
    const rejected = role && this.authorisation.refusalOf(role, subject);
    if (rejected) throw new Refused(rejected);
    return true;
  }
}

/** How a service is has no content, and no actor is named with the question. */
const isHealth = (subject: string): boolean => subject.endsWith('.health');

const roleIn = ({ envelope, actor }: Request): Role | undefined => {
  const role = (envelope?.actor ?? actor)?.role;
  return isRole(role) ? role : undefined;
};
