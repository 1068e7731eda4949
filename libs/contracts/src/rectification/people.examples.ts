import type { Actor, Envelope } from '../envelope.js';
import type { CaseId, Day, Instant, MessageId, PersonId, PostId, UnitId } from '../values.js';

// Who acts in the examples of this service, for whom, and when.
export const leadUnit = '0190a5c4-1111-7aaa-8aaa-000000000003' as UnitId;
export const supportingUnit = '0190a5c4-1111-7aaa-8aaa-000000000013' as UnitId;
export const strangeUnit = '0190a5c4-1111-7aaa-8aaa-000000000023' as UnitId;
const officeUnit = '0190a5c4-1111-7aaa-8aaa-000000000033' as UnitId;
const teamUnit = '0190a5c4-1111-7aaa-8aaa-000000000043' as UnitId;

export const responsible = '0190a5c4-1111-7aaa-8aaa-000000000014' as PersonId;
export const plumber = '0190a5c4-1111-7aaa-8aaa-000000000024' as PersonId;
const person = (digit: number): PersonId => `0190a5c4-1111-7aaa-8aaa-0000000001${String(digit)}4` as PersonId;
const post = '0190a5c4-1111-7aaa-8aaa-000000000005' as PostId;

export const lead = { role: 'unit', person: person(1), post, unit: leadUnit } satisfies Actor;
export const supporter = { role: 'unit', person: person(2), post, unit: supportingUnit } satisfies Actor;
export const stranger = { role: 'unit', person: person(3), post, unit: strangeUnit } satisfies Actor;
export const officer = { role: 'office', person: person(4), post, unit: officeUnit } satisfies Actor;
/** Somebody else of the office. */
export const colleague = { ...officer, person: '0190a5c4-1111-7aaa-8aaa-000000000194' as PersonId };
export const inspector = { role: 'inspection', person: person(5), post, unit: teamUnit } satisfies Actor;
export const leadingGroup = { role: 'leading-group', person: person(8), post } satisfies Actor;
export const auditor = { role: 'auditor', person: person(6), post } satisfies Actor;
export const operator = { role: 'operator', person: person(7), post } satisfies Actor;

export const yesterday = '2026-03-19' as Day;
export const today = '2026-03-20' as Day;
export const tomorrow = '2026-03-21' as Day;
export const deadline = '2026-03-31' as Day;
export const dayAfterDeadline = '2026-04-01' as Day;
/** Thirty days after the deadline, and one more. */
export const day30 = '2026-04-30' as Day;
export const day31 = '2026-05-01' as Day;

export const envelope = {
  actor: lead,
  correlationId: '0190a5c4-1111-7aaa-8aaa-000000000006' as CaseId,
  causationId: '0190a5c4-1111-7aaa-8aaa-000000000007' as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
} satisfies Envelope;
