import { type Scope, SCOPES } from '@redress/contracts/directory/scopes';
import { type Grants, POLICY } from './policy.js';

/** What a scope reaches: whole areas, to be asked or also to be told something, and single subjects. */
type Reaches = {
  readonly about: string;
  readonly reads?: readonly string[];
  readonly does?: readonly string[];
  readonly also?: readonly string[];
};

const AREAS = ['directory', 'intake', 'rectification', 'inspection', 'audit'];

/** Whatever is listed anywhere names units and people. */
const NAMES = 'directory.read-names';

const LOOKING = [
  'directory.list-units',
  'directory.list-posts',
  'directory.list-topics',
  'directory.find-held-posts',
  NAMES,
];

const ORGANISING = [
  ...LOOKING,
  'directory.record-unit',
  'directory.dissolve-unit',
  'directory.record-post',
  'directory.take-post',
  'directory.leave-post',
  'directory.end-holding',
  'directory.join-post',
  'directory.vacate-post',
  'directory.register-person',
  'directory.depart-person',
  'directory.return-person',
  'directory.name-deputy',
  'directory.dismiss-deputy',
  'directory.record-topic',
];

/** What it takes to follow joiners and leavers, and no more. */
const FOLLOWING = [
  'directory.find-people',
  'directory.find-posts',
  'directory.register-person',
  'directory.know-person-as',
  'directory.join-post',
  'directory.vacate-post',
  'directory.depart-person',
  'directory.return-person',
];

export const REACHES: Readonly<Record<Scope, Reaches>> = {
  read: { about: 'Reads all that the post may read', reads: AREAS },
  organisation: {
    about: 'Keeps units, posts, people, deputies and topics',
    also: ORGANISING,
  },
  'organisation:read': { about: 'Reads units, posts and topics', also: LOOKING },
  scim: {
    about: 'Keeps people and posts as another directory has them, over SCIM',
    also: FOLLOWING,
  },
  opinions: { about: 'Reads, submits and handles opinions', does: ['intake'], also: [NAMES] },
  'opinions:read': { about: 'Reads opinions', reads: ['intake'], also: [NAMES] },
  'opinions:submit': {
    about: 'Submits opinions and follows their receipts',
    also: ['intake.submit-opinion', 'intake.submitter-writes', 'intake.follow-receipt'],
  },
  ledger: {
    about: 'Reads issues and tasks, and does with them what the post may',
    does: ['rectification'],
    also: [NAMES, 'gateway.send-file'],
  },
  'ledger:read': { about: 'Reads issues, tasks and policies', reads: ['rectification'], also: [NAMES] },
  evidence: {
    about: 'Sends files and attaches them to tasks',
    also: ['rectification.attach-evidence', 'gateway.send-file'],
  },
  inspection: {
    about: 'Reads teams, rounds, visits, findings and reports, and does with them what the post may',
    does: ['inspection'],
    also: [NAMES, 'gateway.send-file'],
  },
  'inspection:read': {
    about: 'Reads teams, rounds, visits, findings and reports',
    reads: ['inspection'],
    also: [NAMES],
  },
  audit: {
    about: 'Reads the histories of cases, the events, and who read personal data',
    reads: ['audit'],
    also: [NAMES, 'directory.list-readings'],
  },
  rotation: {
    about: 'Gives itself a successor that does the same',
    also: ['directory.rotate-own-token'],
  },
  status: { about: 'Sees how the services are', also: ['gateway.read-status', 'audit.status'] },
};

/**
 * What hands out ways to act, or everything about one person, is for keys that are not confined, and for people; so is the
 * upkeep of the services.
 */
const NEVER =
  /^identity\.|\.(issue-token|rotate-token|record-export|find-personal-events|\w+-dead-letters?|rebuild-projection)$/;

export class Scopes {
  private readonly subjects: ReadonlyMap<unknown, ReadonlySet<string>>;

  constructor(grants: Grants = POLICY) {
    this.subjects = new Map(SCOPES.map((scope) => [scope, subjectsOf(REACHES[scope], grants)]));
  }

  /** Whether somebody confined to these may say or ask this at all; as they came, so whatever is no scope reaches nothing. */
  reach(scopes: unknown, subject: string): boolean {
    if (scopes === undefined) return true;
    return Array.isArray(scopes) && scopes.some((scope) => this.subjects.get(scope)?.has(subject));
  }
}

const subjectsOf = ({ reads = [], does = [], also = [] }: Reaches, grants: Grants): ReadonlySet<string> => {
  const inAreas = Object.entries(grants).filter(([subject, { isQuestion }]) => {
    const area = subject.slice(0, subject.indexOf('.'));
    return does.includes(area) || (isQuestion && reads.includes(area));
  });
  return new Set([...inAreas.map(([subject]) => subject), ...also].filter((subject) => !NEVER.test(subject)));
};
