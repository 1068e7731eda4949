import { type CanActivate, type ExecutionContext, HttpStatus, Injectable } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';

/** So many a minute from all who are not signed in together, and so many at once. */
const A_MINUTE = 600;
const AT_ONCE = 300;

/**
 * Keeps a flood of what is said without a name from everything else. All who are not signed in draw on the same
 * allowance: nothing is kept of who they are or where they come from, so nobody can be told apart.
 */
@Injectable()
export class AnonymousLimit implements CanActivate {
  private readonly perMs = Number(process.env['REDRESS_ANONYMOUS_A_MINUTE'] ?? A_MINUTE) / 60_000;
  private left = AT_ONCE;
  private at = performance.now();

  canActivate(context: ExecutionContext): boolean {
    if (context.switchToHttp().getRequest<{ session?: object }>().session) return true;
    const now = performance.now();
    this.left = Math.min(AT_ONCE, this.left + (now - this.at) * this.perMs);
    this.at = now;
    if (this.left < 1) {
      const seconds = Math.ceil((1 - this.left) / this.perMs / 1_000);
      throw new Problem('too-many-without-a-name', HttpStatus.TOO_MANY_REQUESTS, {
        headers: { 'retry-after': String(seconds) },
      });
    }
    this.left -= 1;
    return true;
  }
}
