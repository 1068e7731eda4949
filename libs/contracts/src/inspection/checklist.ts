import { AreParts, IsBoolean, IsCode, IsCount, IsOneOf, IsPart, IsText, MayBeAbsent } from '../fields.js';
import type { ItemId } from '../values.js';

/** `judgement`: it passes, fails or does not apply. What is said in a text or shown in a photo neither passes nor fails. */
export const ANSWER_KINDS = ['judgement', 'number', 'choice', 'text', 'photo'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const VERDICTS = ['passes', 'fails', 'does-not-apply'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a line of a checklist says, in both languages. */
export class Wording {
  @IsText(500) readonly en!: string;
  @IsText(500) readonly zh!: string;
}

/** What a number counts, and where it begins to fail: below the least, or above the most. */
export class Threshold {
  /** Hours, people, percent. */
  @IsPart(() => Wording) readonly measure!: Wording;
  @MayBeAbsent() @IsCount(0, 1_000_000_000) readonly least?: number;
  @MayBeAbsent() @IsCount(0, 1_000_000_000) readonly most?: number;
}

export class Choice {
  @IsCode() readonly value!: string;
  @IsPart(() => Wording) readonly text!: Wording;
  /** What who gives this answer says with it. */
  @IsOneOf(VERDICTS) readonly verdict!: Verdict;
}

export class ChecklistItem {
  /** The same in all versions in which it asks for the same. */
  @IsCode() readonly itemId!: ItemId;
  @IsOneOf(ANSWER_KINDS) readonly kind!: AnswerKind;
  @IsPart(() => Wording) readonly text!: Wording;
  /** What to look at, and when it fails. */
  @MayBeAbsent() @IsPart(() => Wording) readonly guidance?: Wording;
  /** Of the whole, beside those of the other items. */
  @IsCount(0, 100) readonly weight!: number;
  /** When it fails, there is a finding of it: the inspectors', or one that the service drafts. */
  @IsBoolean() readonly mustFind!: boolean;
  /** Of a number, and of nothing else. */
  @MayBeAbsent() @IsPart(() => Threshold) readonly threshold?: Threshold;
  /** Of a choice, and of nothing else. */
  @MayBeAbsent() @AreParts(() => Choice, 2, 20) readonly choices?: readonly Choice[];
}

export class ChecklistSection {
  @IsPart(() => Wording) readonly title!: Wording;
  @AreParts(() => ChecklistItem, 1, 200) readonly items!: readonly ChecklistItem[];
}

/** What is asked on a visit. */
export class ChecklistContent {
  @IsPart(() => Wording) readonly title!: Wording;
  @AreParts(() => ChecklistSection, 1, 50) readonly sections!: readonly ChecklistSection[];
}
