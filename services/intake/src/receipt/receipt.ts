import { asKept } from '@redress/contracts/anonymity';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { PartView, ReceiptView, Step, StepName } from '@redress/contracts/intake/receipt';
import { ERASED, UNAVAILABLE } from '@redress/contracts/personal';
import type { OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { toldIn } from '../opinion/ends.js';
import { type Opinion, opinions, type Part, partsOf } from '../opinion/opinion.js';

type Happened = OpinionEvent & Pick<Recorded, 'happenedAt' | 'recordedAt' | 'actor'>;

/** What the holder of a receipt sees of an opinion's stream, and of those of its parts; undefined when there is none. */
export const viewOf = (
  history: readonly Recorded[],
  parts: ReadonlyMap<OpinionId, readonly Recorded[]> = new Map(),
): ReceiptView | undefined => {
  const opinion = fold(opinions, history);
  const [first, last] = [history.at(0), history.at(-1)];
  if (opinion.status === 'unsent' || !first || !last) return undefined;

  return {
    ...shown(opinion, history),
    revision: last.revision,
    channel: opinion.sent.channel,
    ...timesOf(first),
    attached: attachedIn(history),
    parts: opinion.parts.flatMap((part) => partView(part, partsOf(opinion), parts.get(part.opinionId) ?? [])),
    ...(opinion.status === 'told' && withoutGaps(opinion.appraised)),
  };
};

/** A part as it stands; before its stream begins, as it was split off. One that was taken back is not shown any more. */
const partView = (
  part: Part,
  current: readonly Part[],
  history: readonly Recorded[],
): readonly PartView[] => {
  const opinion = fold(opinions, history);
  if (opinion.status === 'taken-back') return [];
  if (opinion.status !== 'unsent') return [shown(opinion, history)];
  return current.includes(part) ? [{ ...part, status: 'acknowledged', steps: [], questions: [] }] : [];
};

const shown = (opinion: Exclude<Opinion, { status: 'unsent' }>, history: readonly Recorded[]): PartView => {
  const events = history.map((event) => lifted<OpinionEvent, Recorded>(opinionEvents, event));
  const { opinionId, title, text } = opinion.sent;
  const outcome = 'ends' in opinion ? toldIn(opinion.ends) : '';
  return {
    opinionId,
    status: opinion.status,
    title,
    text,
    steps: events.map(stepOf),
    questions: openQuestions(events),
    ...(opinion.status === 'answered' && { answer: opinion.answer }),
    ...(opinion.status === 'refused' && { refusal: { ground: opinion.ground, reason: opinion.reason } }),
    ...(outcome !== '' && { outcome }),
  };
};

const attachedIn = (history: readonly Recorded[]): ReceiptView['attached'] =>
  history
    .map((event) => lifted<OpinionEvent, Recorded>(opinionEvents, event))
    .flatMap(({ type, data, actor, happenedAt }) =>
      type === 'FileAttached' && isKnown(data.file.sha256)
        ? [{ entryId: data.entryId, ...data.file, happenedAt: asKept(happenedAt, actor) }]
        : [],
    );

/** Whether it can be said which file it is: not once it was erased, nor while the key cannot be had. */
const isKnown = (sha256: string): boolean => sha256 !== ERASED && sha256 !== UNAVAILABLE;

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

const timesOf = ({
  happenedAt,
  recordedAt,
  actor,
}: Pick<Recorded, 'happenedAt' | 'recordedAt' | 'actor'>) => ({
  happenedAt: asKept(happenedAt, actor),
  recordedAt: asKept(recordedAt, actor),
});

const stepOf = (event: Happened): Step => {
  const [what, text] = saidOf(event);
  return { what, ...timesOf(event), ...(text !== undefined && { text }) };
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
    case 'FileAttached':
      return ['attached'];
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
    case 'OpinionSplit':
      return ['split', data.reason];
    case 'OpinionPartBegun':
      return ['begun'];
    case 'PartsJoined':
      return ['parts-joined', data.reason];
    case 'PartTakenBack':
      return ['taken-back', data.reason];
    case 'OpinionMoved':
      return ['moved', data.reason];
    case 'OutcomeTold':
      return ['told', data.outcome];
    case 'OutcomeWithdrawn':
      return ['withdrawn', data.reason];
    case 'OutcomeAppraised':
      return ['appraised', data.comment];
  }
};
