import { type ArgumentsHost, BadRequestException, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { type NatsContext, RpcException } from '@nestjs/microservices';
import type { Envelope } from '@redress/contracts/envelope';
import { EventTooLarge, WrongRevision } from '@redress/eventsourcing/event-store';
import type { Fault } from '@redress/messaging/faults';
import { nameOf, placesOf } from '@redress/messaging/failure';
import { BadCursor } from '@redress/read-models/read-models';
import { type Observable, throwError } from 'rxjs';

/** Answers every failure with a fault from the closed list. What went wrong stays in the log, without content. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  private readonly logger = new Logger('fault');

  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    const fault = faultOf(error);
    const rpc = host.switchToRpc();
    const { envelope } = rpc.getData<{ envelope?: Partial<Envelope> } | undefined>() ?? {};
    const about = `${rpc.getContext<NatsContext>().getSubject()} ${nameOf(error)} cause ${String(envelope?.causationId)} case ${String(envelope?.correlationId)}`;
    if (fault.code === 'fault') this.logger.error(about, placesOf(error));
    else this.logger.warn(`${fault.code}: ${about}`);
    return throwError(() => new RpcException(fault).getError());
  }
}

const faultOf = (error: unknown): Fault => {
  if (error instanceof BadRequestException) {
    const { errors = {} } = error.getResponse() as { errors?: object };
    return { code: 'malformed', errors };
  }
  if (error instanceof BadCursor)
    return { code: 'malformed', errors: [{ field: 'cursor', rule: 'cursor', limits: {} }] };
  if (error instanceof EventTooLarge) return { code: 'too-large' };
  if (error instanceof WrongRevision) return { code: 'busy' };
  return { code: isFromDatabase(error) ? 'unavailable' : 'fault' };
};

/** A full disk, a lock held too long, a file that went away: what was asked was not done, and may be asked again. */
const isFromDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
