import type { Grants } from '../policy.js';
import {
  ABOUT_SOMEBODY,
  command,
  FOR_THEMSELVES,
  office,
  officeOrOperator,
  query,
  READERS,
  READERS_AND_UNITS,
  READERS_FOR_THEMSELVES,
  SERVICES,
  STAFF,
} from './groups.js';
import { upkeepOf } from './upkeep.js';

const formsTeams = officeOrOperator('may-not-form-teams');
/** The office; the head of the team; of a self-check the unit. */
const plans = command({ office: 'everything', inspection: 'own', unit: 'own' }, 'may-not-plan-visits');
/** Who was named for the visit; of a self-check the unit. */
const inspects = command({ inspection: 'own', unit: 'own' }, 'not-an-inspector-of-the-visit');
/** Who was named for the visit, or heads the team. */
const finds = command({ inspection: 'own' }, 'not-an-inspector-of-the-visit');
const issues = command({ office: 'everything', inspection: 'own' }, 'may-not-issue');
/** The office, and who heads a team of the round. */
const writesReports = command({ office: 'everything', inspection: 'own' }, 'may-not-write-reports');
const declares = command({ ...FOR_THEMSELVES, office: 'everything' }, 'not-yours-to-declare');

export const INSPECTION: Grants = {
  'inspection.form-team': formsTeams,
  'inspection.dissolve-team': formsTeams,
  'inspection.join-team': formsTeams,
  'inspection.leave-team': formsTeams,
  'inspection.pair-unit': formsTeams,
  'inspection.unpair-unit': formsTeams,
  'inspection.station-liaison': formsTeams,
  'inspection.withdraw-liaison': formsTeams,
  'inspection.publish-checklist': officeOrOperator('may-not-publish-checklists'),

  'inspection.declare-interest': declares,
  'inspection.end-interest': declares,
  'inspection.override-recusal': office(),
  'inspection.end-override': office(),

  'inspection.plan-round': office(),
  'inspection.rescope-round': office(),
  'inspection.close-round': office(),
  'inspection.plan-visit': plans,
  'inspection.name-inspectors': plans,
  'inspection.move-visit': plans,
  'inspection.cancel-visit': plans,
  'inspection.miss-visit': plans,
  'inspection.open-visit': inspects,
  'inspection.answer-item': inspects,
  'inspection.note-person-met': inspects,
  'inspection.submit-batch': inspects,
  'inspection.sign-visit': command({ inspection: 'own', unit: 'own' }, 'not-the-head'),
  'inspection.submit-visit': inspects,
  'inspection.reopen-visit': office(),

  'inspection.record-finding': finds,
  'inspection.change-finding': finds,
  'inspection.split-finding': finds,
  'inspection.join-finding': finds,
  'inspection.part-finding': finds,
  'inspection.withdraw-finding': finds,
  'inspection.communicate-finding': issues,
  'inspection.issue-finding': issues,
  'inspection.comment-on-finding': command({ unit: 'own' }, 'not-the-inspected-unit'),

  'inspection.note-good-practice': finds,
  'inspection.withdraw-good-practice': command(
    { office: 'everything', inspection: 'own' },
    'not-yours-to-withdraw',
  ),

  'inspection.draft-report': writesReports,
  'inspection.sign-report': command(READERS_FOR_THEMSELVES, 'not-a-signatory'),
  'inspection.issue-report': writesReports,
  'inspection.circulate-report': office(),

  'inspection.list-teams': query(STAFF),
  'inspection.see-team': query(STAFF),
  'inspection.list-checklists': query(STAFF),
  'inspection.see-checklist': query(STAFF),
  'inspection.list-rounds': query(READERS),
  'inspection.see-round': query(READERS),
  'inspection.read-coverage': query(READERS),
  'inspection.read-round-numbers': query(READERS),
  'inspection.list-practices': query(READERS_AND_UNITS),
  'inspection.read-report-numbers': query(READERS_AND_UNITS),
  'inspection.check-report': query(READERS_AND_UNITS),
  'inspection.list-reports': query(READERS_AND_UNITS),
  'inspection.read-report': query(READERS_AND_UNITS),
  'inspection.list-findings': query(READERS_AND_UNITS),
  'inspection.count-findings': query(READERS_AND_UNITS),
  'inspection.see-finding': query(READERS_AND_UNITS),
  'inspection.see-finding-file': query(READERS_AND_UNITS),
  'inspection.list-visits': query(READERS_AND_UNITS),
  'inspection.see-visit': query(READERS_AND_UNITS),
  'inspection.see-visit-file': query(READERS_AND_UNITS),
  'inspection.read-visit-entries': query(READERS_AND_UNITS),
  'inspection.compare-self-check': query(READERS_AND_UNITS),
  // Why somebody has an interest is often a matter of their family: inspectors see their own only.
  'inspection.list-recusal-acts': query({
    office: 'everything',
    'leading-group': 'everything',
    auditor: 'everything',
  }),
  'inspection.list-interests': query({ ...FOR_THEMSELVES, ...READERS, inspection: 'own' }),
  'inspection.list-overrides': query({ ...FOR_THEMSELVES, ...READERS }),
  'inspection.check-recusal': query({ ...FOR_THEMSELVES, ...READERS }),

  'inspection.find-conflicts': query(SERVICES),
  'inspection.find-inspecting-teams': query(SERVICES),
  'inspection.is-file-named': query(SERVICES),

  'inspection.find-personal-events': query(ABOUT_SOMEBODY),

  ...upkeepOf('inspection'),
};
