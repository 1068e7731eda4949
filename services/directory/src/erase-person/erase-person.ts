import {
  type ApproveErasure,
  type ErasureRejection,
  KEEPERS,
  type LiftLegalHold,
  mayHaveAllAbout,
  type ProposeErasure,
  type RecordExport,
  type RefuseErasure,
  type SetLegalHold,
} from '@redress/contracts/directory/erasure';
import type { Confirmation, ErasureEvent } from '@redress/contracts/directory/erasure.events';
import type { Actor } from '@redress/contracts/envelope';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Erasure, holding } from '../erasure/erasure.js';

type Decide = (erasure: Erasure) => Decision<ErasureEvent, ErasureRejection>;

const isOver = ({ status }: Erasure): boolean => status === 'approved' || status === 'erased';

/** The office or the leading group keeps a person from being erased, as long as it is not too late. */
export const setLegalHold =
  ({ personId, holdId, reason }: SetLegalHold, { role }: Actor): Decide =>
  (erasure) => {
    if (role !== 'office' && role !== 'leading-group') return reject('not-the-office');
    const before = erasure.holds.find((hold) => hold.holdId === holdId);
    if (before) return before.reason === reason ? [] : reject('hold-is-another');
    if (isOver(erasure)) return reject('already-erased');
    return [{ type: 'LegalHoldSet', data: { personId, holdId, reason } }];
  };

/** The leading group takes a hold away. */
export const liftLegalHold =
  ({ personId, holdId, reason }: LiftLegalHold, { role }: Actor): Decide =>
  ({ holds }) => {
    if (role !== 'leading-group') return reject('not-the-leading-group');
    const hold = holds.find((one) => one.holdId === holdId);
    if (!hold) return reject('no-such-hold');
    if (hold.lifted !== undefined) return [];
    return [{ type: 'LegalHoldLifted', data: { personId, holdId, reason } }];
  };

/** The office proposes to erase a person, on a ground and for a reason. */
export const proposeErasure =
  ({ personId, ground, reason }: ProposeErasure, { role, person }: Actor): Decide =>
  (erasure) => {
    if (role !== 'office' || person === undefined) return reject('not-the-office');
    if (isOver(erasure)) return reject('already-erased');
    const { status, proposal } = erasure;
    if (status === 'proposed') {
      const isSame = proposal?.ground === ground && proposal.reason === reason;
      return isSame && proposal.proposedBy === person ? [] : reject('erasure-proposed-already');
    }
    if (holding(erasure).length > 0) return reject('on-legal-hold');
    return [{ type: 'ErasureProposed', data: { personId, ground, reason, proposedBy: person } }];
  };

/** Somebody of the office or the leading group is against it, or takes it back. */
export const refuseErasure =
  ({ personId, reason }: RefuseErasure, { role }: Actor): Decide =>
  (erasure) => {
    if (role !== 'office' && role !== 'leading-group') return reject('not-the-office');
    if (isOver(erasure)) return reject('already-erased');
    if (erasure.status !== 'proposed') return erasure.proposal ? [] : reject('erasure-not-proposed');
    return [{ type: 'ErasureRefused', data: { personId, reason } }];
  };

/** A second person of the office or the leading group approves. Nothing takes it back. */
export const approveErasure =
  ({ personId }: ApproveErasure, { role, person }: Actor): Decide =>
  (erasure) => {
    if ((role !== 'office' && role !== 'leading-group') || person === undefined)
      return reject('not-the-office');
    if (isOver(erasure)) return [];
    const { status, proposal } = erasure;
    if (status !== 'proposed' || !proposal) return reject('erasure-not-proposed');
    if (proposal.proposedBy === person) return reject('proposed-by-oneself');
    if (holding(erasure).length > 0) return reject('on-legal-hold');
    return [{ type: 'ErasureApproved', data: { personId, ground: proposal.ground } }];
  };

/** The keys are destroyed. It is so, whether or not anything is known here of how it came to that. */
export const personErased =
  (personId: PersonId, keys: readonly KeyId[]): Decide =>
  ({ status }) =>
    status === 'erased'
      ? []
      : [{ type: 'PersonErased', data: { personId, keys: [...keys], services: [...KEEPERS] } }];

/** A service has forgotten the person. */
export const confirmErasure =
  (personId: PersonId, { service, streams, texts, inClear }: Confirmation): Decide =>
  ({ confirmed }) =>
    confirmed.some((one) => one.service === service)
      ? []
      : [{ type: 'ErasureConfirmed', data: { personId, service, streams, texts, inClear } }];

/** Whoever is given everything about a person, it is written down before. */
export const recordExport =
  ({ personId }: RecordExport, actor: Actor): Decide =>
  () =>
    mayHaveAllAbout(personId, actor)
      ? [{ type: 'PersonalDataExported', data: { personId } }]
      : reject('nobody-with-this-id');
