export const TEAM_REJECTIONS = [
  'may-not-form-teams',
  'no-such-team',
  'team-is-another',
  'ends-before-it-begins',
  'outside-the-term',
  'nobody-with-this-id',
  'already-a-member-then',
  'has-a-head-then',
  'not-a-member',
  'unit-not-there-then',
  'already-paired-then',
  'not-paired',
  'already-a-liaison-then',
  'liaison-is-recused',
  'not-a-liaison',
  'ended-otherwise',
] as const;
export type TeamRejection = (typeof TEAM_REJECTIONS)[number];
