import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type {
  AppendReq,
  BatchAppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Answer, Entry, Expected, Proposed } from './kurrent-log.js';
import { refusalStatus } from './kurrent-refusals.js';

const { ReadResp, BatchAppendResp } = streams;

export const identifierOf = (stream: string) => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  return identifier;
};

export const nameIn = (identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

type Message = BatchAppendReq.ProposedMessage | AppendReq.ProposedMessage;

export const proposedIn = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const expectedIn = (options: BatchAppendReq.Options): Expected => {
  if (options.hasAny()) return 'any';
  return options.hasNoStream() ? -1n : BigInt(options.getStreamPosition());
};

/** Until when the client has patience, by the clock of the server. */
export const deadlineIn = (options: BatchAppendReq.Options): number =>
  options.getDeadline21100()?.toDate().getTime() ?? Infinity;

export const eventMessage = (entry: Entry) => {
  const id = new shared.UUID();
  id.setString(entry.id);
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(entry.stream));
  recorded.setStreamRevision(String(entry.revision));
  recorded.setCommitPosition(String(entry.position));
  recorded.setPreparePosition(String(entry.position));
  recorded.setData(Buffer.from(entry.data).toString('base64'));
  recorded.setCustomMetadata(Buffer.from(entry.metadata).toString('base64'));
  recorded.getMetadataMap().set('type', entry.type);
  recorded.getMetadataMap().set('content-type', entry.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(entry.createdMs) * 10_000n));
  const event = new ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(entry.position));
  const message = new ReadResp();
  message.setEvent(event);
  return message;
};

export const confirmation = () => {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const message = new ReadResp();
  message.setConfirmation(confirmed);
  return message;
};

export const checkpoint = (position: bigint) => {
  const reached = new ReadResp.Checkpoint();
  reached.setCommitPosition(String(position));
  // Where nothing matched it is the beginning of a page, which is no event.
  reached.setPreparePosition('0');
  const message = new ReadResp();
  message.setCheckpoint(reached);
  return message;
};

export const caughtUp = () => {
  const message = new ReadResp();
  message.setCaughtUp(new ReadResp.CaughtUp());
  return message;
};

export const notFound = (stream: string) => {
  const absent = new ReadResp.StreamNotFound();
  absent.setStreamIdentifier(identifierOf(stream));
  const message = new ReadResp();
  message.setStreamNotFound(absent);
  return message;
};

export const answerTo = (request: BatchAppendReq, stream: string, answer: Answer) => {
  const message = new BatchAppendResp();
  message.setCorrelationId(request.getCorrelationId());
  message.setStreamIdentifier(identifierOf(stream));
  if ('refusal' in answer) message.setError(refusalStatus(answer.refusal));
  else {
    const success = new BatchAppendResp.Success();
    success.setCurrentRevision(String(answer.revision));
    if (answer.position === undefined) success.setNoPosition(new empty.Empty());
    else {
      const position = new shared.AllStreamPosition();
      position.setCommitPosition(String(answer.position));
      position.setPreparePosition(String(answer.position));
      success.setPosition(position);
    }
    message.setSuccess(success);
  }
  return message;
};
