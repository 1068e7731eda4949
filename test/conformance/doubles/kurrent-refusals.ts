import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';

/** Why an append is refused, in the words of the answer to it. */
export type Refusal =
  | 'AccessDenied'
  | 'BadRequest'
  | 'MaximumAppendEventSizeExceeded'
  | 'Server Is Busy'
  | 'Timeout'
  | { readonly tooLarge: number }
  | { readonly conflict: bigint };

/** Whether it is answered by what the client knows, or has to recognize by its name. */
export const refusalStatus = (refusal: Refusal) => {
  const details = new any.Any();
  const status = new statuses.Status();
  status.setDetails(details);
  if (typeof refusal === 'string') {
    status.setMessage(refusal);
    const name = refusal.includes(' ') ? 'google.protobuf.Empty' : `event_store.client.${refusal}`;
    details.pack(new empty.Empty().serializeBinary(), name);
  } else if ('tooLarge' in refusal) {
    const exceeded = new shared.MaximumAppendSizeExceeded();
    exceeded.setMaxappendsize(refusal.tooLarge);
    details.pack(exceeded.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded');
  } else {
    const wrong = new shared.WrongExpectedVersion();
    if (refusal.conflict < 0n) wrong.setCurrentNoStream(new empty.Empty());
    else wrong.setCurrentStreamRevision(String(refusal.conflict));
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  }
  return status;
};

/** How a call ends that is refused as a whole. */
export type Ended = Pick<StatusObject, 'code' | 'details' | 'metadata'>;

const ended = (code: status, details: string, about: Readonly<Record<string, string>> = {}): Ended => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(about)) metadata.set(key, value);
  return { code, details, metadata };
};

export const unauthenticated = (): Ended => ended(status.UNAUTHENTICATED, 'Unauthenticated');

export const accessDenied = (): Ended =>
  ended(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const invalidPosition = (): Ended =>
  ended(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

export const notLeader = ({ host, port }: { readonly host: string; readonly port: number }): Ended =>
  ended(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
