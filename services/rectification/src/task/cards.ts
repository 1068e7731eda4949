import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import {
  CARD_COLOURS,
  type CardColour,
  type CardStatus,
  type EscalationKind,
  type EscalationStatus,
} from '@redress/contracts/rectification/words';
import type { CardId, Day, EntryId, PersonId } from '@redress/contracts/values';

type Of<Type extends EscalationEvent['type']> = Extract<EscalationEvent, { type: Type }>;

/** A card as it was drawn, and what was said to it since. */
export type Card = {
  readonly id: CardId;
  readonly drawn: Of<'CardDrawn'>['data'];
  readonly status: CardStatus;
  /** Of this stream, at which it was drawn. */
  readonly revision: number;
  /** Of a yellow one: until when it waits for an answer. */
  readonly answerBy?: TermOfEvent;
  readonly answer?: string;
  readonly appeal?: string;
  readonly decision?: { readonly upheld: boolean; readonly reason: string };
};

/** A formal talk or a circular, from its proposal on. */
export type Escalation = {
  readonly id: EntryId;
  readonly kind: EscalationKind;
  readonly cardId: CardId;
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly status: EscalationStatus;
  readonly refusal?: string;
  readonly carriedOut?: { readonly on: Day; readonly record: string };
  /** Of one that was approved and then lapsed: on this day, or before, it may have been taken all the same. */
  readonly approvedUntil?: Day;
};

type CardEvent = Of<'CardDrawn' | 'CardAnswered' | 'CardAppealed' | 'AppealDecided'>;
type StepEvent = Of<
  | 'EscalationProposed'
  | 'EscalationApproved'
  | 'EscalationRefused'
  | 'EscalationCarriedOut'
  | 'EscalationLapsed'
>;

export const cardsAfter = (
  cards: readonly Card[],
  { type, data }: CardEvent,
  revision: number,
): readonly Card[] => {
  const changed = (change: Partial<Card>): readonly Card[] =>
    cards.map((card) => (card.id === data.cardId ? { ...card, ...change } : card));
  switch (type) {
    case 'CardDrawn': {
      const waits = data.answerBy && { answerBy: data.answerBy };
      return [...cards, { id: data.cardId, drawn: data, status: 'in-force', revision, ...waits }];
    }
    case 'CardAnswered':
      return changed({ answer: data.text });
    case 'CardAppealed':
      return changed({ appeal: data.reason, status: 'appealed' });
    case 'AppealDecided': {
      const { upheld, reason, answerBy } = data;
      const status = upheld ? 'withdrawn' : 'in-force';
      return changed({ decision: { upheld, reason }, status, ...(answerBy && { answerBy }) });
    }
  }
};

export const escalationsAfter = (
  escalations: readonly Escalation[],
  { type, data }: StepEvent,
): readonly Escalation[] => {
  const changed = (change: Partial<Escalation>): readonly Escalation[] =>
    escalations.map((step) => (step.id === data.entryId ? { ...step, ...change } : step));
  switch (type) {
    case 'EscalationProposed': {
      const { entryId: id, kind, cardId, reason, proposedBy } = data;
      return [...escalations, { id, kind, cardId, reason, proposedBy, status: 'proposed' }];
    }
    case 'EscalationApproved':
      return changed({ status: 'approved' });
    case 'EscalationRefused':
      return changed({ status: 'refused', refusal: data.reason });
    case 'EscalationCarriedOut':
      return changed({ status: 'carried-out', carriedOut: { on: data.on, record: data.record } });
    case 'EscalationLapsed': {
      const { on } = data;
      const wasApproved = escalations.some(({ id, status }) => id === data.entryId && status === 'approved');
      return changed({ status: 'lapsed', ...(wasApproved && on && { approvedUntil: on }) });
    }
  }
};

/** Proposed or approved, and not yet taken. */
export const isOpen = ({ status }: Escalation): boolean => status === 'proposed' || status === 'approved';

/** An appealed card stays in force until the appeal is decided. */
export const isInForce = ({ status }: Pick<Card, 'status'>): boolean =>
  status === 'in-force' || status === 'appealed';

/** The gravest card in force. */
export const gravest = (cards: readonly Card[]): Card | undefined =>
  cards.filter(isInForce).toSorted((one, other) => rank(other.drawn.colour) - rank(one.drawn.colour))[0];

/** What ends with the task, or when the unit gives it back. */
export const idsInForce = (cards: readonly Card[]): CardId[] => cards.filter(isInForce).map(({ id }) => id);

/** The same for an event that says nothing where there are none. */
export const endedCards = (cards: readonly Card[]): { endedCards?: CardId[] } => {
  const ids = idsInForce(cards);
  return ids.length > 0 ? { endedCards: ids } : {};
};

export const rank = (colour: CardColour): number => CARD_COLOURS.indexOf(colour);

/** Nothing is left to warn of. */
export const ended = (cards: readonly Card[]): readonly Card[] =>
  cards.map((card) => (isInForce(card) ? { ...card, status: 'ended' } : card));
