import type { Grants } from '../policy.js';
import {
  ABOUT_SOMEBODY,
  command,
  FOR_THEMSELVES,
  office,
  query,
  READERS_AND_UNITS,
  SERVICES,
  SUBMITTERS,
} from './groups.js';
import { upkeepOf } from './upkeep.js';

/** The office, and whoever holds the post that an opinion is addressed to. */
const handles = command(
  { office: 'everything', unit: 'own', inspection: 'own', 'leading-group': 'own' },
  'not-addressed-to-you',
);

export const INTAKE: Grants = {
  'intake.submit-opinion': command(SUBMITTERS, 'channel-is-not-open'),
  'intake.submitter-writes': command(SUBMITTERS, 'no-such-receipt'),
  'intake.attach-file': command(SUBMITTERS, 'no-such-receipt'),
  'intake.appraise-outcome': command(SUBMITTERS, 'no-such-receipt'),

  'intake.acknowledge-opinion': handles,
  'intake.answer-opinion': handles,
  'intake.ask-submitter': handles,
  'intake.redirect-opinion': office(),
  'intake.refuse-opinion': office(),
  'intake.list-opinion': office(),
  'intake.mark-duplicate': office(),
  'intake.lift-duplicate-mark': office(),
  'intake.split-opinion': office(),
  'intake.join-parts': office(),

  'intake.follow-receipt': query(SUBMITTERS),
  'intake.find-my-opinions': query(FOR_THEMSELVES),
  'intake.find-opinions': query(READERS_AND_UNITS),
  'intake.see-opinion': query(READERS_AND_UNITS),

  'intake.is-file-named': query(SERVICES),
  'intake.find-personal-events': query(ABOUT_SOMEBODY),

  ...upkeepOf('intake'),
};
