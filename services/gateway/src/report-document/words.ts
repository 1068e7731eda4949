import type { FigureKey } from '@redress/contracts/inspection/report-words';
import type { ItemResult, VisitKind } from '@redress/contracts/inspection/visit-words';
import type { Text } from '@redress/edge/texts/text';

export const MASTHEAD: Text = { en: 'Special Report of Inspection', zh: '督查专报' };
export const FILE: Text = { en: 'Special-report', zh: '督查专报' };

export const STAMPS = {
  counted: { en: 'Figures only, not a report', zh: '统计预览 未成稿' },
  drafted: { en: 'Draft, not signed by all', zh: '草稿 未签署' },
  signed: { en: 'Signed, not issued', zh: '已签署 未签发' },
} satisfies Readonly<Record<string, Text>>;

export const HEADINGS = {
  round: { en: '1. The round', zh: '一、督查概况' },
  coverage: { en: '2. Coverage', zh: '二、覆盖情况' },
  problems: { en: '3. Problems found', zh: '三、发现的主要问题' },
  bySeverity: { en: '3.1 By severity and by unit', zh: '（一）问题分布' },
  typical: { en: '3.2 Typical problems', zh: '（二）典型问题' },
  practices: { en: '4. Good practice', zh: '四、经验做法' },
  tasks: { en: '5. Tasks and how they stand', zh: '五、限期整改情况' },
  recusal: { en: '6. Recusal', zh: '六、回避情况' },
  assessment: { en: '7. Assessment', zh: '七、总体评价' },
  requirements: { en: '8. Requirements', zh: '八、下一步工作要求' },
} satisfies Readonly<Record<string, Text>>;

/** Sentences; what stands in braces is a figure or a word. */
export const SENTENCES = {
  period: {
    en: 'The round “{round}” runs from {from} to {until}{closed}. Its scope is {units-in-scope} units; {units-added} were added and {units-removed} taken out after it was planned.',
    zh: '“{round}”自{from}至{until}进行{closed}，督查范围为{units-in-scope}个单位，其间增加{units-added}个、减少{units-removed}个。',
  },
  closed: { en: ' and was closed on {day}', zh: '，于{day}结束' },
  visits: {
    en: 'Visits handed in: {scheduled} scheduled, {unscheduled} unscheduled, {look-back} look-backs; besides, units handed in {self-check} self-checks. {visits-under-way} are under way; {visits-moved} times one was moved, {visits-given-back} times one was given back; {visits-cancelled} were cancelled and {visits-missed} missed.',
    zh: '已提交计划督查{scheduled}次、不打招呼检查{unscheduled}次、回头看{look-back}次；单位自查{self-check}次。尚在进行{visits-under-way}次，改期{visits-moved}次，退回补正{visits-given-back}次，取消{visits-cancelled}次，未成行{visits-missed}次。',
  },
  items: {
    en: '{inspectors} inspectors took part and spoke with {people-met} people. Of the items looked at, {passes} passed, {fails} failed, {does-not-apply} did not apply, {noted} were noted without a judgement, and {left-out} were left out with a reason.',
    zh: '参加督查{inspectors}人，谈话{people-met}人次。检查项中合格{passes}项、不合格{fails}项、不适用{does-not-apply}项、仅作记录{noted}项、说明原因未查{left-out}项。',
  },
  coverage: {
    en: 'Seen: {units-seen} of {units-in-scope} units; not seen: {units-unseen}. {units-self-checked} units checked themselves. {units-outside} were seen and then taken out of the scope.',
    zh: '应督查{units-in-scope}个单位，已督查{units-seen}个，未督查{units-unseen}个。开展自查的单位{units-self-checked}个；督查后移出范围的单位{units-outside}个。',
  },
  unseen: { en: 'Not seen yet: {units}.', zh: '尚未督查的单位：{units}。' },
  findings: {
    en: '{findings} findings stand. Besides, {findings-unworded} are not put into words yet, {findings-joined} were joined into others, and {findings-withdrawn} were withdrawn.',
    zh: '共形成督查发现{findings}项；另有待完善表述{findings-unworded}项，已并入其他发现{findings-joined}项，已撤回{findings-withdrawn}项。',
  },
  unitsCut: {
    en: 'The table has the {listed} units with the most; the others are in the figures of this report (JSON).',
    zh: '表中列出问题最多的{listed}个单位，其余见本专报统计数据（JSON）。',
  },
  practices: { en: 'Noted at visits: {good-practices}.', zh: '督查中记录经验做法{good-practices}条。' },
  practice: { en: '{unit}: {text}', zh: '{unit}：{text}' },
  practicesCut: {
    en: 'The first {listed} are told here.',
    zh: '以上列出前{listed}条。',
  },
  tasks: {
    en: 'Findings issued for rectification: {tasks-issued}; of these {tasks-awaited} are not on the books yet. In hand: {tasks-open}, of which {tasks-overdue} were overdue on {day}. Done: {tasks-done}. Withdrawn after review: {tasks-withdrawn}.',
    zh: '已交办限期整改{tasks-issued}项，其中待立项{tasks-awaited}项。整改中{tasks-open}项，其中截至{day}逾期{tasks-overdue}项；已完成{tasks-done}项；复核后撤销{tasks-withdrawn}项。',
  },
  recusal: {
    en: 'Before people acted, it was checked {recusal-checks} times whether they may; {acts-under-override} of these passed by a leave of the office in spite of a conflict. Leaves that were good for a unit of the round, or were used in it: {overrides}. Interests declared in units of the round: {interests}.',
    zh: '履职前核查回避{recusal-checks}次，其中经督查办批准解除回避后履职{acts-under-override}次。本轮适用的解除回避决定{overrides}项，涉及本轮单位的利害关系申报{interests}项。',
  },
  noOverride: { en: 'No conflict was overridden.', zh: '本轮没有解除回避的情形。' },
} satisfies Readonly<Record<string, Text>>;

export const CAPTIONS = {
  checklists: { en: 'Checklists used', zh: '使用的检查表' },
  teams: { en: 'Coverage by team', zh: '各督查组覆盖情况' },
  severities: { en: 'Findings by severity', zh: '督查发现按严重程度分布' },
  units: { en: 'Failed items and findings by unit', zh: '各单位不合格项和督查发现' },
  items: { en: 'Items that failed most', zh: '不合格较多的检查项' },
  bases: { en: 'Rules violated most', zh: '违反较多的规定' },
  overrides: { en: 'Leaves to act in spite of a conflict', zh: '解除回避的决定' },
} satisfies Readonly<Record<string, Text>>;

export const COLUMNS = {
  checklist: { en: 'Checklist', zh: '检查表' },
  version: { en: 'Version', zh: '版本' },
  visits: { en: 'Visits', zh: '督查次数' },
  team: { en: 'Team', zh: '督查组' },
  units: { en: 'Units', zh: '应督查' },
  seen: { en: 'Seen', zh: '已督查' },
  severity: { en: 'Severity', zh: '严重程度' },
  findings: { en: 'Findings', zh: '督查发现' },
  unit: { en: 'Unit', zh: '单位' },
  failed: { en: 'Failed items', zh: '不合格项' },
  item: { en: 'Item', zh: '检查项' },
  basis: { en: 'Rule', zh: '依据' },
  examples: { en: 'Examples', zh: '实例' },
  person: { en: 'Person', zh: '人员' },
  days: { en: 'Days', zh: '期间' },
  reason: { en: 'Reason', zh: '理由' },
} satisfies Readonly<Record<string, Text>>;

export const SAID = {
  noTeam: { en: 'no team', zh: '未指定' },
  unnamed: { en: 'name not shown', zh: '姓名从略' },
  notSigned: { en: 'not signed', zh: '未签署' },
  to: { en: 'To: {addressees}', zh: '报送：{addressees}' },
  unnumbered: { en: 'No number yet', zh: '未编号' },
  preview: { en: 'The round “{round}” so far', zh: '“{round}”督查情况统计' },
} satisfies Readonly<Record<string, Text>>;

export const ANNEX = {
  title: { en: 'Annex: where the figures come from', zh: '附件：数据来源' },
  about: {
    en: 'Each figure was counted from events of the inspection log, by version {rule} of the rule of counting, for the day {day}. Positions are those of the store in which it was counted; events are also known by their ids. Where there is no event, the stretch is all that was looked at.',
    zh: '所列数字均由督查日志中的事件统计得出，统计规则第{rule}版，统计日{day}。位置为统计时所在日志库的位置，事件另以编号识别；没有相应事件的，所列为查看的全部区间。',
  },
  whole: {
    en: 'All events of the round: {count}, from {first} to {last}. SHA-256 of the figures as RFC 8785 writes them: {sha256}.',
    zh: '本轮全部事件{count}个，自{first}至{last}。统计数据按 RFC 8785 书写的 SHA-256 为 {sha256}。',
  },
  number: { en: 'No.', zh: '编号' },
  what: { en: 'Figure', zh: '数据' },
  value: { en: 'Value', zh: '数值' },
  count: { en: 'Events', zh: '事件数' },
  positions: { en: 'Positions', zh: '起止位置' },
  types: { en: 'Types; first and last event', zh: '事件类型；首末事件编号' },
} satisfies Readonly<Record<string, Text>>;

export const FIGURES: Readonly<Record<FigureKey, Text>> = {
  'units-in-scope': { en: 'Units in the scope', zh: '应督查单位' },
  'units-added': { en: 'Units added', zh: '增加的单位' },
  'units-removed': { en: 'Units taken out', zh: '减少的单位' },
  'units-seen': { en: 'Units seen', zh: '已督查单位' },
  'units-unseen': { en: 'Units not seen', zh: '未督查单位' },
  'units-self-checked': { en: 'Units that checked themselves', zh: '开展自查的单位' },
  'units-outside': { en: 'Units seen outside the scope', zh: '督查后移出范围的单位' },
  'team-units': { en: 'Units of the team', zh: '该组应督查单位' },
  'team-seen': { en: 'Seen of these', zh: '该组已督查单位' },
  'unit-visits': { en: 'Visits to the unit', zh: '对该单位的督查' },
  'unit-failed': { en: 'Failed items of the unit', zh: '该单位不合格项' },
  findings: { en: 'Findings', zh: '督查发现' },
  'findings-of-severity': { en: 'Findings of this severity', zh: '该程度的督查发现' },
  'unit-findings': { en: 'Findings in the unit', zh: '该单位督查发现' },
  'findings-on-basis': { en: 'Findings against the rule', zh: '违反该规定的督查发现' },
  'findings-unworded': { en: 'Findings not in words', zh: '待完善表述的督查发现' },
  'findings-joined': { en: 'Findings joined', zh: '已并入的督查发现' },
  'findings-withdrawn': { en: 'Findings withdrawn', zh: '已撤回的督查发现' },
  'tasks-issued': { en: 'Findings issued', zh: '已交办' },
  'tasks-awaited': { en: 'Not on the books yet', zh: '待立项' },
  'tasks-open': { en: 'Tasks in hand', zh: '整改中' },
  'tasks-overdue': { en: 'Tasks overdue', zh: '逾期' },
  'tasks-done': { en: 'Tasks done', zh: '已完成' },
  'tasks-withdrawn': { en: 'Tasks withdrawn', zh: '复核后撤销' },
  visits: { en: 'Visits handed in', zh: '已提交督查' },
  'visits-under-way': { en: 'Visits under way', zh: '进行中的督查' },
  'visits-moved': { en: 'Visits moved', zh: '改期' },
  'visits-cancelled': { en: 'Visits cancelled', zh: '取消' },
  'visits-missed': { en: 'Visits missed', zh: '未成行' },
  'visits-given-back': { en: 'Visits given back', zh: '退回补正' },
  'checklist-visits': { en: 'Visits by the checklist', zh: '使用该检查表的督查' },
  inspectors: { en: 'Inspectors', zh: '督查人员' },
  'people-met': { en: 'People spoken with', zh: '谈话人次' },
  items: { en: 'Items', zh: '检查项' },
  'item-failed': { en: 'Visits in which the item failed', zh: '该项不合格的督查' },
  'good-practices': { en: 'Good practices', zh: '经验做法' },
  'recusal-checks': { en: 'Checks of recusal', zh: '回避核查' },
  'acts-under-override': { en: 'Acts by leave', zh: '解除回避后履职' },
  overrides: { en: 'Leaves to act', zh: '解除回避的决定' },
  interests: { en: 'Declared interests', zh: '利害关系申报' },
};

export const KINDS: Readonly<Record<VisitKind, Text>> = {
  scheduled: { en: 'scheduled', zh: '计划督查' },
  unscheduled: { en: 'unscheduled', zh: '不打招呼检查' },
  'look-back': { en: 'look-back', zh: '回头看' },
  'self-check': { en: 'self-check', zh: '自查' },
};

export const RESULTS: Readonly<Record<ItemResult, Text>> = {
  passes: { en: 'passed', zh: '合格' },
  fails: { en: 'failed', zh: '不合格' },
  'does-not-apply': { en: 'does not apply', zh: '不适用' },
  noted: { en: 'noted', zh: '仅作记录' },
  'left-out': { en: 'left out', zh: '未查' },
};

/** What stands between names in a row. */
export const BETWEEN: Text = { en: ', ', zh: '、' };
