import { describe, it } from '@jest/globals';
import { lead, officer, stranger, supporter } from '@redress/contracts/rectification/people.examples';
import { attachedFile, attachFile } from '@redress/contracts/rectification/evidence.examples';
import {
  attach,
  attached,
  attachedMore,
  attachMore,
  report,
} from '@redress/contracts/rectification/task.examples';
import {
  asked,
  confirmed,
  justAccepted,
  justAssigned,
  justPlanned,
  putBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { attachEvidence } from './attach-evidence.js';

describe('a responsible unit attaches evidence', () => {
  it('known by the SHA-256 of its UTF-8 bytes', () => {
    justPlanned.when(attachEvidence(attach, lead)).yields(attached);
    justPlanned.when(attachEvidence(attachMore, supporter)).yields(attachedMore);
  });

  it('or a file, known by the SHA-256 of its bytes', () => {
    justPlanned.when(attachEvidence(attachFile, lead)).yields(attachedFile);
  });

  it('as long as the task is not closed', () => {
    for (const task of [asked, confirmed, putBack])
      task.when(attachEvidence(attachMore, supporter)).yields(attachedMore);
  });

  it('once: the same again is a repeat, even when the task is closed', () => {
    struckOff.when(attachEvidence(attach, lead)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, attach, lead],
    ['not-a-responsible-unit', justPlanned, attach, stranger],
    ['not-a-responsible-unit', justPlanned, attach, { ...officer, unit: lead.unit }],
    ['not-planned-yet', justAssigned, attach, lead],
    ['not-planned-yet', justAccepted, attach, lead],
    ['task-is-closed', struckOff, attachMore, lead],
    ['entry-id-is-taken', workedOn, { ...attach, note: 'Another invoice' }, lead],
    ['entry-id-is-taken', workedOn, { ...attach, file: attachFile.file }, lead],
    ['entry-id-is-taken', workedOn, { ...attach, entryId: report.entryId }, lead],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(attachEvidence(command, actor)).isRejected(reason);
  });
});
