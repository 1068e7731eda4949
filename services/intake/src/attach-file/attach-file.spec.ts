import { describe, it } from '@jest/globals';
import {
  attached,
  entryId,
  fileEntryId,
  opinionId,
  told,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { EntryId, Sha256 } from '@redress/contracts/values';
import { specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { attachFile, MOST_ATTACHMENTS } from './attach-file.js';

const { given } = specFor(opinions);
const { file } = attached.data;
const attach = { entryId: fileEntryId, ...file };
const another = { ...attach, sha256: '0'.repeat(64) as Sha256 };
const numbered = (n: number) => ({
  ...attached,
  data: { ...attached.data, entryId: `0190a5c4-2222-7aaa-8aaa-00000000010${String(n)}` as EntryId },
});
const most = Array.from({ length: MOST_ATTACHMENTS }, (_, n) => numbered(n));

describe('the submitter adds a file', () => {
  it('at any time before the end, and nobody is asked anything by it', () => {
    for (const status of ['submitted', 'acknowledged', 'answered', 'duplicate', 'split', 'listed'] as const)
      given(...histories[status])
        .when(attachFile(opinionId, attach))
        .yields(attached);
  });

  it('once, however often it is sent, and after the end as well', () => {
    given(...histories.acknowledged, attached)
      .when(attachFile(opinionId, attach))
      .changesNothing();
    given(...histories.submitted, ...most)
      .when(attachFile(opinionId, { ...attach, entryId: most[0]?.data.entryId ?? entryId }))
      .changesNothing();
    given(...histories.listed, attached, told)
      .when(attachFile(opinionId, attach))
      .changesNothing();
  });

  it('five times at most', () => {
    given(...histories.submitted, ...most.slice(1))
      .when(attachFile(opinionId, attach))
      .yields(attached);
    given(...histories.submitted, ...most)
      .when(attachFile(opinionId, attach))
      .isRejected('too-many-attachments');
  });

  it.each([
    ['no-such-receipt', given(), attach],
    ['entry-id-is-taken', given(...histories.acknowledged, attached), another],
    ['entry-id-is-taken', given(...histories.acknowledged, wrote), { ...attach, entryId }],
    ['already-refused', given(...histories.refused), attach],
    ['already-told', given(...histories.told), attach],
    ['no-such-receipt', given(...histories['taken-back']), attach],
  ] as const)('but is told %s', (reason, opinion, file) => {
    opinion.when(attachFile(opinionId, file)).isRejected(reason);
  });
});
