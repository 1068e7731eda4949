import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Envelope } from '@redress/contracts/envelope';
import type { CaseId, Instant, MessageId } from '@redress/contracts/values';
import { Problem } from '@redress/edge/problems';
import { v5 as uuidOf } from 'uuid';

/** What of a request makes its envelope. */
export type Asked = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** What a browser holds, of whoever is not signed in for good. */
  readonly holder?: string;
};

const CAUSES = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c10';

/**
 * Makes the envelope of a request; without a session, that of an anonymous submitter.
 *
 * The same `Idempotency-Key` with the same content from the same person to the same address makes the same cause, by
 * which a service knows a repeat.
 * @throws Problem
 */
export const envelopeOf = (asked: Asked, session: Session | undefined, now: Instant): Envelope => {
  const expectedRevision = revisionIn(asked.headers['if-match']);
  return {
    actor: session?.actor ?? { role: 'submitter' },
    correlationId: newId(session) as CaseId,
    causationId: causeOf(asked, session),
    happenedAt: momentOf(asked.headers['happened-at'], session, now),
    ...(expectedRevision !== undefined && { expectedRevision }),
  };
};

/** An id says when it was made, except that of who is not known. */
const newId = (session: Session | undefined): string => (session ? randomUUIDv7() : randomUUID());

const malformed = (field: string, rule: string): Problem =>
  new Problem('malformed', HttpStatus.BAD_REQUEST, { broken: [{ field, rule, limits: {} }] });

const causeOf = (
  { method, path, headers, body, holder = 'anonymous' }: Asked,
  session: Session | undefined,
): MessageId => {
  const key = headers['idempotency-key'];
  if (key === undefined) return newId(session) as MessageId;
  if (!/^[\x21-\x7e]{16,255}$/.test(key)) throw malformed('Idempotency-Key', 'idempotency-key');
  const who = session ? (session.actor.person ?? session.tokenId) : holder;
  // What a POST makes has no address of its own yet: there the service tells another content apart, and says so.
  const content = method === 'POST' ? undefined : body;
  return uuidOf(JSON.stringify([who, method, path, key, content]), CAUSES) as MessageId;
};

/** `If-Match: "3"`: one strong tag, since a revision is either the last or it is not. */
const revisionIn = (tag: string | undefined): number | undefined => {
  if (tag === undefined) return undefined;
  const [, digits] = /^"(\d{1,15})"$/.exec(tag) ?? [];
  if (digits === undefined) throw malformed('If-Match', 'etag');
  return Number(digits);
};

const momentOf = (header: string | undefined, session: Session | undefined, now: Instant): Instant => {
  if (header === undefined) return now;
  if (!session?.recordsPast) throw new Problem('may-not-record-the-past', HttpStatus.FORBIDDEN);
  const time = header.length === 24 ? Date.parse(header) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString() !== header)
    throw malformed('Happened-At', 'date-time');
  if (header > now) throw new Problem('in-the-future', HttpStatus.UNPROCESSABLE_ENTITY);
  return header as Instant;
};
