import type {
  CardExplanation,
  Difference,
  NamedFigure,
  Missing,
} from '@redress/contracts/rectification/explain';
import type { CardPolicy } from '@redress/contracts/rectification/policy';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardRule } from '@redress/contracts/rectification/words';
import type { CardId, Day } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { sumOf } from '../calendar-days/calendar-days.js';
import { comeDue } from '../come-due/come-due.js';
import { drawCard } from '../draw-card/draw-card.js';
import type { Standards, StandardsOn } from '../policy/standards.js';
import { tasks } from '../task/task.js';
import { causeOf, type Happened } from './causes.js';
import { differencesBetween } from './compare.js';
import { cardTold, COUNTED_FROM } from './told.js';

export type DrawnCard = Happened & { readonly type: 'CardDrawn' };

/** What was meant by the versions that a card names; undefined for those that are not at hand. */
export type Meant = {
  readonly missing: readonly Missing[];
  readonly byRule: Standards | undefined;
  readonly bySum: Standards | undefined;
  readonly byTerms: Standards | undefined;
  /** What holds on each day, as the log has it now. */
  readonly on: StandardsOn;
};

/** Why a card was drawn, and whether it would be drawn so again: from the events before it, and from nothing else. */
export const explainCard = (
  history: readonly Happened[],
  card: DrawnCard,
  drawnOn: Day,
  meant: Meant,
): CardExplanation => {
  const { cardId, colour, rule, deadline, dueOn, counted, drawnOf, ...named } = card.data;
  const { policy, calendar, appealBy, answerBy } = named;
  const { missing, bySum } = meant;
  const sum =
    counted && bySum
      ? sumOf(bySum.calendar, counted.from, counted.workingDays, COUNTED_FROM[rule])
      : undefined;
  const differences = missing.length > 0 ? [] : differing(history, card, drawnOn, meant);
  return {
    cardId,
    colour,
    rule,
    deadline,
    dueOn,
    drawnOn,
    appealBy,
    ...(answerBy && { answerBy }),
    text: cardTold(card.data, drawnOn),
    policy,
    calendar,
    figures: figuresOf(card.data, meant),
    events: [...history.filter(({ revision }) => drawnOf.includes(revision)), card].map(causeOf),
    ...(sum && { sum }),
    agrees: missing.length === 0 && differences.length === 0,
    differences,
    notAtHand: missing,
  };
};

/** By the versions that the card names; on a day on which another policy held, by that. */
const differing = (
  history: readonly Happened[],
  { revision, data, actor }: DrawnCard,
  drawnOn: Day,
  { byRule, bySum, byTerms, on }: Meant,
): readonly Difference[] => {
  const standardsOn: StandardsOn = (day) => {
    if (day === drawnOn && byTerms) return byTerms;
    const held = on(day);
    return held.policy.version === byRule?.policy.version ? byRule : held;
  };
  const before = fold(
    tasks,
    history.filter((event) => event.revision < revision),
  );
  const { taskId, cardId, colour, reason = '', counted } = data;
  const decision =
    data.rule === 'office'
      ? drawCard({ taskId, cardId, colour, reason }, actor, drawnOn, standardsOn(drawnOn))(before)
      : comeDue({ taskId }, drawnOn, standardsOn)(before);
  const drawn = ('rejected' in decision ? [] : decision).find(isCard(cardId));
  const sum = counted && bySum && sumOf(bySum.calendar, counted.from, counted.workingDays);
  return [
    ...differencesBetween(data, drawn?.data ?? {}),
    ...(counted && sum ? differencesBetween({ sum: counted.to }, { sum: sum.to }) : []),
  ];
};

const isCard =
  (cardId: CardId) =>
  (event: TaskEvent): event is TaskEvent & { readonly type: 'CardDrawn' } =>
    event.type === 'CardDrawn' && event.data.cardId === cardId;

const FIGURES: Readonly<Record<CardRule, readonly (keyof CardPolicy)[]>> = {
  'near-due': ['blueWithinWorkingDays'],
  overdue: [],
  'long-overdue': ['redAfterWorkingDays'],
  'yellow-unanswered': ['answerYellowWithinWorkingDays'],
  office: [],
};

const figuresOf = (
  { rule, answerBy }: DrawnCard['data'],
  { bySum, byTerms }: Meant,
): readonly NamedFigure[] => [
  ...named(FIGURES[rule], bySum),
  ...named(answerBy ? ['answerYellowWithinWorkingDays'] : [], byTerms),
  ...named(['appealWithinWorkingDays'], byTerms),
];

const named = (names: readonly (keyof CardPolicy)[], by: Standards | undefined): readonly NamedFigure[] =>
  by ? names.map((name) => ({ name: `cards.${name}`, value: by.policy.cards[name] })) : [];
