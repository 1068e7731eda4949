import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { ChangeFinding } from '@redress/contracts/inspection/record-finding';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { asUnissued, type Finding } from '../finding/finding.js';
import { baseless, type Ground, leavesOut } from '../finding/grounds-of-words.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { plain, saidBefore } from '../finding/said-before.js';
import { asWriter, type Writer } from '../finding/who-writes.js';

/** It says something else from then on, with the reason; a draft is put into words. */
export const changeFinding =
  (command: ChangeFinding, writer: Writer, ground: Ground) =>
  (finding: Finding): Decision<FindingEvent, FindingRejection> => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = asWriter(ground.visit, writer);
    if ('rejected' in act) return act;
    const before = saidBefore(finding, command.entryId, 'FindingChanged', command);
    if (before) return before === 'repeat' ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status] ?? baseless(command.restsOn, ground);
    if (settled) return reject(settled);
    if (leavesOut(finding.content.restsOn, command.restsOn, ground))
      return reject('item-must-have-a-finding');

    const said = plain(command);
    const stands = asUnissued({ ...finding, content: said });
    return [{ type: 'FindingChanged', data: { ...said, stands, ...act } }];
  };
