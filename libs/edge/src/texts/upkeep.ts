import type { LetterRejection } from '@redress/contracts/upkeep/dead-letters';
import type { RebuildRejection } from '@redress/contracts/upkeep/rebuild';
import type { Text } from './text.js';

/** Why operators cannot do something about what a service keeps up. */
export const upkeep: Readonly<Record<LetterRejection | RebuildRejection, Text>> = {
  'not-the-operator': { en: 'Only the operator may do this', zh: '仅运维员可办理' },
  'no-such-letter': {
    en: 'No event with this id was given up',
    zh: '没有该编号的待处理失败事件',
  },
  'letter-cannot-be-read': {
    en: 'What came is no event: it can only be dropped',
    zh: '收到的内容不是事件，只能丢弃',
  },
  'failed-again': {
    en: 'It failed again; the log of the service says why',
    zh: '再次处理失败，原因见服务日志',
  },
  'no-such-projection': {
    en: 'The service makes no rows of this name; the status lists those it makes',
    zh: '该服务没有此名称的读模型，可在状态中查看',
  },
};
