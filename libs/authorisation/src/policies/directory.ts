import type { Grants } from '../policy.js';
import {
  ABOUT_SOMEBODY,
  command,
  FOR_THEMSELVES,
  office,
  officeOrAbove,
  officeOrOperator,
  query,
  SERVICES,
  STAFF,
  SUBMITTERS,
} from './groups.js';
import { upkeepOf } from './upkeep.js';

const organise = officeOrOperator('may-not-change-the-organisation');
const operator = command({ operator: 'everything' }, 'not-the-operator');

const deputise = command(
  { ...FOR_THEMSELVES, office: 'everything', operator: 'everything' },
  'may-not-name-deputies',
);

export const DIRECTORY: Grants = {
  'directory.record-unit': organise,
  'directory.dissolve-unit': organise,
  'directory.record-post': organise,
  'directory.take-post': organise,
  'directory.leave-post': organise,
  'directory.end-holding': organise,
  'directory.join-post': organise,
  'directory.vacate-post': organise,
  'directory.register-person': organise,
  'directory.depart-person': organise,
  'directory.return-person': organise,
  'directory.know-person-as': organise,
  // Whoever holds a post, for that post.
  'directory.name-deputy': deputise,
  'directory.dismiss-deputy': deputise,
  'directory.record-topic': officeOrOperator('may-not-change-the-topics'),
  'directory.issue-token': operator,
  'directory.rotate-token': operator,
  'directory.revoke-token': operator,
  // That with which they act.
  'directory.rotate-own-token': command(FOR_THEMSELVES, 'no-such-token'),

  'directory.set-legal-hold': officeOrAbove(),
  'directory.lift-legal-hold': command({ 'leading-group': 'everything' }, 'not-the-leading-group'),
  'directory.propose-erasure': office(),
  'directory.refuse-erasure': officeOrAbove(),
  'directory.approve-erasure': officeOrAbove(),
  // By the gateway, of whoever is shown something; what they may see was asked before.
  'directory.record-reading': command(FOR_THEMSELVES, 'nobody-who-reads'),
  'directory.list-readings': query({ auditor: 'everything' }),
  'directory.record-export': command(ABOUT_SOMEBODY, 'nobody-with-this-id'),
  'directory.read-erasure': query({
    office: 'everything',
    'leading-group': 'everything',
    auditor: 'everything',
  }),
  'directory.find-personal-events': query(ABOUT_SOMEBODY),

  // Those that act as them.
  'directory.list-tokens': query({ ...FOR_THEMSELVES, operator: 'everything', auditor: 'everything' }),

  'directory.list-units': query(STAFF),
  'directory.list-topics': query(STAFF),
  // Who holds a post is told to those who see all that is on record, and of its own posts to a unit.
  'directory.list-posts': query({ ...STAFF, unit: 'own', operator: 'own' }),
  'directory.read-names': query({ ...STAFF, unit: 'own', operator: 'own' }),

  // Of oneself.
  'directory.find-held-posts': query({ ...SUBMITTERS, ...SERVICES }),

  // The register with its names, for whoever sees names anyway.
  'directory.find-people': query({ office: 'everything' }),
  'directory.find-posts': query({ office: 'everything' }),

  // Whoever keeps the organisation has its numbers.
  'directory.find-by-number': query({ office: 'everything', operator: 'everything', ...SERVICES }),

  'directory.who-acts': query(SERVICES),
  'directory.find-belongings': query(SERVICES),
  'directory.find-heads': query(SERVICES),
  'directory.find-keys-to-open': query(SERVICES),
  'directory.find-keys-to-seal': query(SERVICES),
  'directory.find-lines': query(SERVICES),
  'directory.find-unit-name': query(SERVICES),
  'directory.find-units-of-person': query(SERVICES),
  'directory.find-person': query(SERVICES),
  'directory.find-standing': query(SERVICES),
  'directory.find-units-there': query(SERVICES),
  'directory.find-units-under': query(SERVICES),

  ...upkeepOf('directory'),
};
