import { type ArgumentsHost, BadRequestException, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { type NatsContext, RpcException } from '@nestjs/microservices';
import { isAnonymous } from '@redress/contracts/anonymity';
import type { Envelope } from '@redress/contracts/envelope';
import { ServiceUnavailable } from '@redress/edge/services';
import { EventTooLarge, WrongRevision } from '@redress/eventsourcing/event-store';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import type { Fault } from '@redress/messaging/faults';
import { nameOf, placesOf } from '@redress/messaging/failure';
import { KeysUnavailable } from '@redress/sealing/key-ring';
import { BadCursor } from '@redress/read-models/read-models';
import { type Observable, of, throwError } from 'rxjs';
import { Refused } from './authorisation.guard.js';

/**
 * Answers every failure with a fault from the closed list, and whoever may not with a rejection. What went wrong stays in the log,
 * without content.
 */
@Catch()
export class FaultFilter implements ExceptionFilter {
  private readonly logger = new Logger('fault');

  catch(error: unknown, host: ArgumentsHost): Observable<unknown> {
    if (error instanceof Refused) return of({ rejected: error.rejected });
    const fault = faultOf(error);
    const rpc = host.switchToRpc();
    const subject = rpc.getContext<NatsContext>().getSubject();
    const about = `${fault.code} ${subject} ${nameOf(error)}${idsIn(fault, rpc.getData())}`;
    if (fault.code === 'fault') this.logger.error(about, placesOf(error));
    else this.logger.warn(about);
    return throwError(() => new RpcException(fault).getError());
  }
}

/** Of what was checked and is nothing but ids; of who acts without a name not even these, since the log has the time. */
const idsIn = ({ code }: Fault, data: { readonly envelope?: Envelope }): string =>
  code === 'malformed' || !data.envelope || isAnonymous(data.envelope.actor)
    ? ''
    : ` cause ${data.envelope.causationId} case ${data.envelope.correlationId}`;

const faultOf = (error: unknown): Fault => {
  if (error instanceof BadRequestException) {
    const { errors = {} } = error.getResponse() as { errors?: object };
    return { code: 'malformed', errors };
  }
  if (error instanceof BadCursor)
    return { code: 'malformed', errors: [{ field: 'cursor', rule: 'cursor', limits: {} }] };
  if (error instanceof EventTooLarge) return { code: 'too-large' };
  if (error instanceof WrongRevision) return { code: 'busy' };
  // A full disk, a lock held too long, a server that does not answer: it may be asked again, and what was done is known.
  if (error instanceof StoreFault) return { code: 'unavailable' };
  if (error instanceof KeysUnavailable) return { code: 'unavailable' };
  if (error instanceof ServiceUnavailable) return { code: 'unavailable' };
  return { code: 'fault' };
};
