import { TASK_STATUSES } from '@redress/contracts/rectification/words';

const DAY = 86_400_000;
const TEXT =
  '小区旁的工地连续多日夜间施工到凌晨两点，老人孩子都无法休息，多次打电话没有结果，请尽快处理。已现场查看并约谈施工单位，要求其严格遵守夜间施工规定。';

/** What a problem is about; each stands in one of ten. */
const MATTERS =
  '路灯不亮 食堂饭菜 楼道照明 宿舍漏水 停车拥堵 空调噪声 图书借阅 垃圾清运 电梯故障 网络缓慢'.split(' ');

/** Numbers from 0 up to 1, the same in every run (mulberry32). */
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

export const idOf = (kind, n) => `0190a5c4-${kind}-7000-8000-${String(n).padStart(12, '0')}`;

export const UNITS = Array.from({ length: 60 }, (_, n) => idOf('0001', n));
export const PEOPLE = Array.from({ length: 800 }, (_, n) => idOf('0002', n));
export const TOPICS = Array.from({ length: 24 }, (_, n) => `第${n}类问题`);
export const TYPES = ['immediate', 'time-bound', 'ongoing'];
export const SEVERITIES = ['minor', 'ordinary', 'serious'];
export const COLOURS = ['blue', 'yellow', 'red'];

const dayAt = (number) => new Date(number * DAY).toISOString().slice(0, 10);
/** The last third of what was assigned is open still. */
const FIRST = Date.parse('2022-01-01') / DAY;
export const DAYS = 1_800;

/** Lines of the ledger as they come out of some years: some 4 kB each, two thirds of them closed. */
export const tasks = (count) => {
  const random = numbers(7);
  const one = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, n) => taskOf(n, count, random, one));
};

const taskOf = (n, count, random, one) => {
  const assigned = FIRST + Math.floor((n / count) * (DAYS - 60));
  const deadline = dayAt(assigned + 10 + Math.floor(random() * 50));
  const at = new Date(assigned * DAY + Math.floor(random() * DAY)).toISOString();
  const isOpen = n > (count * 2) / 3 ? random() < 0.9 : random() < 0.02;
  const status = isOpen ? one(TASK_STATUSES.slice(0, 7)) : 'closed';
  const leadUnit = one(UNITS);
  const supportingUnits = [...new Set([one(UNITS), one(UNITS)])].filter((unit) => unit !== leadUnit);
  const [responsible, plumber] = [one(PEOPLE), one(PEOPLE)];
  const entry = (of) => idOf(of, n);
  const measure = (of) => ({
    measureId: entry(of),
    what: TEXT.slice(0, 40),
    person: plumber,
    due: deadline,
    criterion: '验收合格',
  });
  const said = { at, by: responsible, unit: leadUnit };
  return {
    id: idOf('0000', n),
    caseId: entry('0003'),
    revision: 9,
    issues: [entry('0004')],
    title: `整改任务${n}：${TEXT.slice(n % 20, (n % 20) + 16)}`,
    leadUnit,
    supportingUnits,
    units: { ...Object.fromEntries(supportingUnits.map((unit) => [unit, 'supporting'])), [leadUnit]: 'lead' },
    formerUnits: {},
    returnBy: { from: deadline, workingDays: 5, to: deadline, calendar: 'china 2026', policy: 'default 1' },
    returns: {},
    reassignments: {},
    taskType: one(TYPES),
    deadline,
    firstDeadline: deadline,
    criterion: TEXT.slice(0, 30),
    problem: `${one(MATTERS)}。${TEXT}`,
    topics: [one(TOPICS)],
    severity: one(SEVERITIES),
    channels: ['hotline'],
    status,
    isOpen,
    responsible,
    measureOwners: [plumber],
    measures: { [entry('0005')]: measure('0005'), [entry('0006')]: measure('0006') },
    planChanges: {},
    namings: {},
    progress: {
      [entry('0007')]: { ...said, text: TEXT, done: [] },
      [entry('0008')]: { ...said, text: TEXT, done: [entry('0005')] },
    },
    evidence: { [entry('0009')]: { ...said, note: TEXT.slice(0, 30), sha256: 'ab'.repeat(32) } },
    closeOuts: {},
    closings: {},
    extensions: {},
    cards: {},
    ...(isOpen && random() < 0.2 && { card: one(COLOURS) }),
    reminders: {},
    escalations: {},
    objections: {},
    lookBacks: {},
    reviews: {},
    ...(!isOpen && { closedAt: new Date((assigned + 30) * DAY).toISOString() }),
    assignedAt: at,
    changedAt: at,
  };
};
