import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import { outOfScope } from '@redress/edge/problems';

/** Lets in a key that was issued for just this, and nothing else that would let somebody act. */
@Injectable()
export class ScimKeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { session } = context.switchToHttp().getRequest<{ readonly session?: Session }>();
    if (!session?.actor.scopes?.includes('scim')) throw outOfScope();
    return true;
  }
}
