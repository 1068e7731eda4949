import type { Actor } from '../envelope.js';
import type { Recorded } from '../event.js';
import type { CaseId, Instant, MessageId, PersonId, PostId, UnitId } from '../values.js';

export const caseId = '0190a5c4-0000-7aaa-8aaa-0000000000c1' as CaseId;
export const anotherCase = '0190a5c4-0000-7aaa-8aaa-0000000000c2' as CaseId;

export const clerk = {
  role: 'office',
  person: '0190a5c4-0000-7aaa-8aaa-0000000000a1' as PersonId,
  post: '0190a5c4-0000-7aaa-8aaa-0000000000a2' as PostId,
  unit: '0190a5c4-0000-7aaa-8aaa-0000000000a3' as UnitId,
} as const satisfies Actor;

const idOf = (service: string, position: string): MessageId =>
  `0190a5c4-${service === 'intake' ? '0001' : '0002'}-7aaa-8aaa-${position.padStart(12, '0')}` as MessageId;

/** An event as a service would have published it; `position` also makes up its id. */
export const published = (service: string, position: string, change: Partial<Recorded> = {}): Recorded => ({
  id: idOf(service, position),
  stream: `opinion-${caseId}`,
  revision: 0,
  position: position as Recorded['position'],
  type: 'OpinionSubmitted',
  version: 1,
  data: { title: '夜宵摊噪音扰民' },
  actor: clerk,
  correlationId: caseId,
  causationId: '0190a5c4-0000-7aaa-8aaa-0000000000d1' as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
  recordedAt: '2026-03-20T08:00:01.000Z' as Instant,
  ...change,
});
