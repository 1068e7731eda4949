import type { ErasureGround, ErasureStatus, Keeper } from '@redress/contracts/directory/erasure';
import {
  type Confirmation,
  type ErasureEvent,
  erasureEvents,
} from '@redress/contracts/directory/erasure.events';
import type { HoldId, PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Hold = { readonly holdId: HoldId; readonly reason: string; readonly lifted?: string };
export type Proposal = {
  readonly ground: ErasureGround;
  readonly reason: string;
  readonly proposedBy: PersonId;
};

/** How it stands with erasing one person. */
export type Erasure = {
  readonly status: ErasureStatus;
  readonly holds: readonly Hold[];
  readonly proposal?: Proposal;
  readonly keys: number;
  readonly services: readonly Keeper[];
  readonly confirmed: readonly Confirmation[];
};

const evolve = (erasure: Erasure, { type, data }: ErasureEvent): Erasure => {
  const { holds, confirmed } = erasure;
  switch (type) {
    case 'LegalHoldSet':
      return { ...erasure, holds: [...holds, { holdId: data.holdId, reason: data.reason }] };
    case 'LegalHoldLifted':
      return {
        ...erasure,
        holds: holds.map((hold) => (hold.holdId === data.holdId ? { ...hold, lifted: data.reason } : hold)),
      };
    case 'ErasureProposed': {
      const { ground, reason, proposedBy } = data;
      return { ...erasure, status: 'proposed', proposal: { ground, reason, proposedBy } };
    }
    case 'ErasureRefused':
      return { ...erasure, status: 'kept' };
    case 'ErasureApproved':
      return { ...erasure, status: 'approved' };
    case 'PersonErased':
      return { ...erasure, status: 'erased', keys: data.keys.length, services: data.services };
    case 'ErasureConfirmed': {
      const { service, streams, texts, inClear } = data;
      return { ...erasure, confirmed: [...confirmed, { service, streams, texts, inClear }] };
    }
    case 'PersonalDataExported':
      return erasure;
  }
};

export const erasures: Aggregate<Erasure, ErasureEvent> = {
  ...erasureEvents,
  initial: { status: 'kept', holds: [], keys: 0, services: [], confirmed: [] },
  evolve,
};

/** Those that keep the person from being erased. */
export const holding = ({ holds }: Erasure): readonly Hold[] =>
  holds.filter(({ lifted }) => lifted === undefined);
