/** 渠道. Through which way an opinion came. */
export const CHANNELS = [
  'web-form',
  'opinion-box',
  'symposium',
  'questionnaire',
  'talk',
  'chat',
  'hotline',
  'open311',
  'file-import',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Through these anyone may send, with or without a token. */
export const OPEN_CHANNELS: readonly Channel[] = ['web-form', 'chat', 'open311'];

export const OPINION_STATUSES = [
  'submitted',
  'acknowledged',
  'answered',
  'duplicate',
  'split',
  'refused',
  'listed',
  'told',
  'taken-back',
] as const;
/** `taken-back`: a part, when the office took the parts together again. */
export type OpinionStatus = (typeof OPINION_STATUSES)[number];

export const REFUSAL_GROUNDS = [
  'outside-the-remit',
  'same-matter-in-hand',
  'nothing-to-act-on',
  'abusive',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** How grave it is: a code from the policy that held on the day of listing. */
export type Severity = string;

/** 满意度. What the people concerned say of the result. */
export const APPRAISALS = ['satisfied', 'partly', 'dissatisfied'] as const;
export type Appraisal = (typeof APPRAISALS)[number];
