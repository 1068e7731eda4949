import { lifted, type Recorded } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { ReceiptView, Step, StepName } from '@redress/contracts/intake/receipt';
import { fold } from '@redress/eventsourcing/aggregate';
import { opinions } from '../opinion/opinion.js';

type Happened = OpinionEvent & Pick<Recorded, 'happenedAt' | 'recordedAt'>;

/** What the holder of a receipt sees of an opinion's stream; undefined when there is none. */
export const viewOf = (history: readonly Recorded[]): ReceiptView | undefined => {
  const opinion = fold(opinions, history);
  const [first, last] = [history.at(0), history.at(-1)];
  if (opinion.status === 'unsent' || !first || !last) return undefined;

  const events = history.map((event) => lifted<OpinionEvent, Recorded>(opinionEvents, event));
  const { opinionId, channel, title, text } = opinion.sent;
  return {
    opinionId,
    revision: last.revision,
    status: opinion.status,
    channel,
    title,
    text,
    happenedAt: first.happenedAt,
    recordedAt: first.recordedAt,
    steps: events.map(stepOf),
    questions: openQuestions(events),
    ...(opinion.status === 'answered' && { answer: opinion.answer }),
    ...(opinion.status === 'refused' && { refusal: { ground: opinion.ground, reason: opinion.reason } }),
    ...(opinion.status === 'told' && { outcome: opinion.outcome, ...withoutGaps(opinion.appraised) }),
  };
};

const withoutGaps = (
  appraised: { appraisal: ReceiptView['appraisal']; comment: string | undefined } | undefined,
): Pick<ReceiptView, 'appraisal' | 'comment'> => ({
  ...(appraised?.appraisal !== undefined && { appraisal: appraised.appraisal }),
  ...(appraised?.comment !== undefined && { comment: appraised.comment }),
});

const openQuestions = (events: readonly Happened[]): ReceiptView['questions'] =>
  events
    .slice(events.findLastIndex(({ type }) => type === 'SubmitterWrote') + 1)
    .flatMap(({ type, data, happenedAt, recordedAt }) =>
      type === 'SubmitterAsked'
        ? [{ entryId: data.entryId, question: data.question, happenedAt, recordedAt }]
        : [],
    );

const stepOf = (event: Happened): Step => {
  const { happenedAt, recordedAt } = event;
  const [what, text] = saidOf(event);
  return { what, happenedAt, recordedAt, ...(text !== undefined && { text }) };
};

const saidOf = ({ type, data }: OpinionEvent): readonly [StepName, (string | undefined)?] => {
  switch (type) {
    case 'OpinionSubmitted':
      return ['submitted'];
    case 'OpinionAcknowledged':
      return ['acknowledged'];
    case 'OpinionRedirected':
      return ['redirected', data.reason];
    case 'SubmitterAsked':
      return ['asked', data.question];
    case 'SubmitterWrote':
      return ['wrote', data.text];
    case 'OpinionAnswered':
      return ['answered', data.answer];
    case 'OpinionRefused':
      return ['refused', data.reason];
    case 'OpinionMarkedDuplicate':
      return ['marked-duplicate'];
    case 'DuplicateMarkLifted':
      return ['mark-lifted', data.reason];
    case 'OpinionListed':
      return ['listed', data.title];
    case 'OutcomeTold':
      return ['told', data.outcome];
    case 'OutcomeWithdrawn':
      return ['withdrawn', data.reason];
    case 'OutcomeAppraised':
      return ['appraised', data.comment];
  }
};
