import type { Limits } from '../problems.js';
import { holidayFaults } from './holiday-faults.js';
import type { Text } from './text.js';

type Say = (limits: Limits) => Text;

const say = (en: string, zh: string): Text => ({ en: `{field} ${en}`, zh: `{field} ${zh}` });

const numbers: Say = ({ least, most }) =>
  say(
    `must be a whole number from ${String(least)} to ${String(most)}`,
    `须为 ${String(least)} 至 ${String(most)} 的整数`,
  );
const parts: Say = ({ least, most }) =>
  say(
    `must be a list of ${String(least)} to ${String(most)}`,
    `须为 ${String(least)} 至 ${String(most)} 项的列表`,
  );
const object: Say = () => say('must be an object', '须为对象');

/** What each rule of contracts/fields asks for, named as its decorator names it. */
const RULES: Readonly<Record<string, Say>> = {
  uuid: () => say('must be a UUID in lower case', '须为小写的 UUID'),
  code: () =>
    say(
      'must be 1 to 40 letters, digits, dots, dashes or underscores',
      '须为 1 至 40 个字母、数字、点、横线或下划线',
    ),
  date: () => say('must be a calendar day, like 2026-03-31', '须为日期，如 2026-03-31'),
  'date-time': () =>
    say(
      'must be a moment in UTC, like 2026-03-31T08:00:00.000Z',
      '须为 UTC 时刻，如 2026-03-31T08:00:00.000Z',
    ),
  sha256: () => say('must be a SHA-256 in 64 hexadecimal digits', '须为 64 位十六进制的 SHA-256'),
  position: () => say('must be a position that a command was answered with', '须为命令返回的位置'),
  cursor: () => say('is not of a page of this list', '不是此列表的分页位置'),
  'idempotency-key': () =>
    say('must be 16 to 255 visible ASCII characters', '须为 16 至 255 个可见 ASCII 字符'),
  etag: () => say('must be one strong ETag, like "3"', '须为一个强 ETag，如 "3"'),
  isLength: ({ most }) =>
    say(`must have 1 to ${String(most)} characters`, `须为 1 至 ${String(most)} 个字符`),
  isIn: ({ list }) =>
    say(
      `must be one of ${(list as readonly string[]).join(', ')}`,
      `须为以下之一：${(list as readonly string[]).join('、')}`,
    ),
  isBoolean: () => say('must be true or false', '须为 true 或 false'),
  isInt: numbers,
  min: numbers,
  max: numbers,
  quantity: ({ most }) => say(`must be a number from 0 to ${String(most)}`, `须为 0 至 ${String(most)} 的数`),
  isObject: object,
  nestedValidation: object,
  isArray: parts,
  arrayMinSize: parts,
  arrayMaxSize: parts,
  uuids: ({ least, most }) =>
    say(
      `must be a list of ${String(least)} to ${String(most)} different UUIDs in lower case`,
      `须为 ${String(least)} 至 ${String(most)} 个互不相同的小写 UUID 的列表`,
    ),
  choices: ({ list }) =>
    say(
      `must be a list of some of ${(list as readonly string[]).join(', ')}, each once`,
      `须为以下若干项的列表，不得重复：${(list as readonly string[]).join('、')}`,
    ),
  codes: ({ most }) =>
    say(
      `must be a list of at most ${String(most)} different codes of 1 to 40 letters, digits, dots, dashes or underscores`,
      `须为至多 ${String(most)} 个互不相同的代码的列表，每个代码为 1 至 40 个字母、数字、点、横线或下划线`,
    ),
  days: ({ most }) =>
    say(`must be 0 to ${String(most)} days after the first day`, `须在首日之后 0 至 ${String(most)} 天之内`),
  depth: ({ most }) =>
    say(`must not be nested deeper than ${String(most)}`, `嵌套不得超过 ${String(most)} 层`),
  values: ({ most }) =>
    say(`must not have more than ${String(most)} values in it`, `所含的值不得超过 ${String(most)} 个`),
  json: () =>
    say(
      'must be JSON in UTF-8, without fields like __proto__',
      '须为 UTF-8 编码的 JSON，且不含 __proto__ 之类的字段',
    ),
  readable: () =>
    say('must be text that can be read, without control characters', '须为可读的文字，不得含有控制字符'),
  whitelistValidation: () => say('is not a field of this request', '不是此请求的字段'),
};

/** Of a file, it is a line that is wrong. */
const LINES: Readonly<Record<string, Text>> = holidayFaults;

const lineText = ({ en, zh }: Text, line: number): Text => ({
  en: `{field}, line ${String(line)}: ${en}`,
  zh: `{field} 第 ${String(line)} 行：${zh}`,
});

/** A sentence with `{field}` in it. */
export const ruleText = (rule: string, limits: Limits): Text => {
  const fault = LINES[rule];
  if (fault && typeof limits['line'] === 'number') return lineText(fault, limits['line']);
  return RULES[rule]?.(limits) ?? say('is not as it should be', '不符合要求');
};
