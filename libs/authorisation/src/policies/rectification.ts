import type { Grants } from '../policy.js';
import {
  ABOUT_SOMEBODY,
  ANYBODY,
  command,
  leadUnit,
  office,
  officeOrAbove,
  query,
  READERS_AND_UNITS,
  SERVICES,
  STAFF,
} from './groups.js';
import { upkeepOf } from './upkeep.js';

const responsibleUnit = command({ unit: 'own' }, 'not-a-responsible-unit');
/** Recusal and independence are told by the rule. */
const verifier = command({ inspection: 'everything', office: 'everything' }, 'not-a-verifier');

export const RECTIFICATION: Grants = {
  'rectification.assign-task': office(),
  'rectification.reassign-task': office(),
  'rectification.return-task': leadUnit(),
  'rectification.accept-task': leadUnit(),
  'rectification.plan-measures': leadUnit(),
  'rectification.change-measures': leadUnit(),
  'rectification.name-responsible': leadUnit(),
  'rectification.report-progress': responsibleUnit,
  'rectification.attach-evidence': responsibleUnit,

  'rectification.request-extension': leadUnit(),
  'rectification.grant-extension': officeOrAbove(),
  'rectification.refuse-extension': officeOrAbove(),

  'rectification.draw-card': office(),
  'rectification.answer-card': leadUnit(),
  'rectification.appeal-card': leadUnit(),
  'rectification.decide-appeal': officeOrAbove(),
  'rectification.remind-task': office(),
  'rectification.propose-escalation': office(),
  'rectification.approve-escalation': officeOrAbove('not-the-approver'),
  'rectification.refuse-escalation': officeOrAbove('not-the-approver'),
  'rectification.carry-out-escalation': office(),

  'rectification.request-close-out': leadUnit(),
  'rectification.sign-close-out': leadUnit(),
  'rectification.verify-close-out': verifier,
  'rectification.reject-close-out': verifier,
  'rectification.publish-notice': office(),
  'rectification.skip-notice': office(),
  'rectification.raise-objection': command(ANYBODY, 'no-such-notice'),
  'rectification.answer-objection': office(),
  'rectification.close-task': office(),
  'rectification.reopen-task': office(),
  'rectification.record-look-back': verifier,
  'rectification.request-review': leadUnit(),
  'rectification.answer-review': command(
    { office: 'everything', inspection: 'everything', 'leading-group': 'everything' },
    'not-a-reviewer',
  ),

  'rectification.merge-issue': office(),
  'rectification.unmerge-issue': office(),
  'rectification.split-issue': office(),
  'rectification.adopt-policy': office(),
  'rectification.load-holidays': office(),
  'rectification.withdraw-holidays': office(),

  'rectification.read-task': query(READERS_AND_UNITS),
  'rectification.read-ledger': query(READERS_AND_UNITS),
  'rectification.read-ledger-facets': query(READERS_AND_UNITS),
  'rectification.read-due-tasks': query(READERS_AND_UNITS),
  'rectification.read-issue': query(READERS_AND_UNITS),
  'rectification.read-issue-list': query(READERS_AND_UNITS),
  'rectification.read-issue-facets': query(READERS_AND_UNITS),
  'rectification.read-appeals': query(READERS_AND_UNITS),
  'rectification.read-extensions': query(READERS_AND_UNITS),
  'rectification.read-escalations': query(READERS_AND_UNITS),
  'rectification.read-close-outs': query(READERS_AND_UNITS),
  'rectification.read-reviews': query(READERS_AND_UNITS),
  'rectification.read-look-backs': query(READERS_AND_UNITS),
  'rectification.explain-card': query(READERS_AND_UNITS),
  'rectification.explain-deadline': query(READERS_AND_UNITS),

  'rectification.read-policy': query({ ...STAFF, ...SERVICES }),
  'rectification.list-policies': query(STAFF),
  'rectification.read-calendar': query(STAFF),
  'rectification.add-working-days': query(STAFF),

  'rectification.read-notices': query(ANYBODY),
  'rectification.read-notice': query(ANYBODY),
  'rectification.read-objection': query(ANYBODY),
  'rectification.is-file-named': query(SERVICES),
  'rectification.find-acts': query(SERVICES),

  'rectification.find-personal-events': query(ABOUT_SOMEBODY),

  ...upkeepOf('rectification'),
};
