import type { PracticeRejection } from '@redress/contracts/inspection/good-practice';
import type { ReportRejection } from '@redress/contracts/inspection/report-words';
import type { general } from './general.js';
import type { inspection } from './inspection.js';
import type { rectification } from './rectification.js';
import type { Text } from './text.js';
import type { visits } from './visits.js';

type SaidElsewhere =
  keyof typeof general | keyof typeof inspection | keyof typeof rectification | keyof typeof visits;
type Rejection = Exclude<ReportRejection | PracticeRejection, SaidElsewhere>;

/** Why the report of a round, or what a unit does well, is not as somebody would have it. */
export const reports: Readonly<Record<Rejection, Text>> = {
  'no-such-practice': { en: 'There is no such good practice', zh: '没有这条经验做法' },
  'practice-is-another': {
    en: 'Another good practice was noted under this id',
    zh: '该编号下已记录其他经验做法',
  },
  'practice-is-withdrawn': { en: 'The good practice was withdrawn', zh: '该条经验做法已撤回' },
  'not-yours-to-withdraw': {
    en: 'It is withdrawn by who noted it, by the head of the team or by the office',
    zh: '仅记录人、组长或督查办可撤回',
  },
  'may-not-write-reports': {
    en: 'The report is written by the office or the head of a team of the round',
    zh: '专报由督查办或本轮督查组组长起草和签发',
  },
  'no-such-report': { en: 'There is no such report of this round', zh: '本轮次没有该专报' },
  'report-is-another': { en: 'Another report was drafted under this id', zh: '该编号下已有其他专报' },
  'report-is-issued': {
    en: 'The report was issued and does not change; draft another',
    zh: '专报已签发，不可更改，如需更正请另行起草',
  },
  'beyond-the-log': { en: 'The log does not go so far yet', zh: '日志尚未到达该位置' },
  'not-a-signatory': { en: 'This person is not named to sign the report', zh: '该人员不是本专报的签署人' },
  'draft-is-another': {
    en: 'The draft is not the one that was to be signed; read it again',
    zh: '草稿已变更，与所签署的不一致，请重新阅读',
  },
  'not-signed-by-all': { en: 'Somebody has not signed the draft as it stands', zh: '尚有签署人未就现稿签字' },
  'numbers-changed': {
    en: 'The numbers are counted by another rule than when it was drafted; draft it anew',
    zh: '统计规则已更新，与起草时不同，请重新起草',
  },
  'not-issued': { en: 'The report is not issued', zh: '专报尚未签发' },
};
