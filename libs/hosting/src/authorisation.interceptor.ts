import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { NatsContext } from '@nestjs/microservices';
import { Authorisation } from '@redress/authorisation/authorisation';
import { isRole, type Role } from '@redress/contracts/envelope';
import { type Observable, of } from 'rxjs';

/** As it came: it is checked only after this. */
type Request = {
  readonly envelope?: { readonly actor?: { readonly role?: unknown } };
  readonly actor?: { readonly role?: unknown };
};

/**
 * Before every handler of every service: whether the role of who acts may say or ask this at all. What is refused is answered
 * as the command itself would refuse it, or as if there were nothing, before anything is read. A subject that the policy does
 * not name is refused to everybody.
 */
@Injectable()
export class AuthorisationInterceptor implements NestInterceptor {
  constructor(private readonly authorisation: Authorisation) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rpc = context.switchToRpc();
    const subject = rpc.getContext<NatsContext>().getSubject();
    if (isHealth(subject)) return next.handle();
    const role = roleIn(rpc.getData<Request>());
    // Who names no role is told by the pipe that the request is malformed.
    const rejected = role && this.authorisation.refusalOf(role, subject);
    return rejected ? of({ rejected }) : next.handle();
  }
}

/** How a service is has no content, and no actor is named with the question. */
const isHealth = (subject: string): boolean => subject.endsWith('.health');

const roleIn = ({ envelope, actor }: Request): Role | undefined => {
  const role = (envelope?.actor ?? actor)?.role;
  return isRole(role) ? role : undefined;
};
