// Which subjects each service may use at the broker, besides those that carry its own requests and answers. Who may
// publish a command may act as anybody, for the actor travels beside it: only the gateway may. What the others ask of one
// another are the questions named here, which are answered to services. `test/architecture` compares this with the code.

/**
 * @typedef {object} Rights
 * @property {readonly string[]} asks subjects of other services
 * @property {Readonly<Record<string, string>>} consumes durable consumers, each with the events that it gets
 * @property {readonly string[]} [keys] what it does with the keys of people, which the directory hands over
 * @property {boolean} relays whether it publishes events of its own
 */

/** @type {Readonly<Record<string, Rights>>} */
export const RIGHTS = {
  directory: {
    asks: [],
    consumes: {
      'confirm-erasure': '*.forgetting.PersonForgotten',
      'destroy-keys': 'directory.erasure.ErasureApproved',
      'forget-person': 'directory.erasure.PersonErased',
      'leave-posts': 'directory.person.PersonDeparted',
    },
    relays: true,
  },
  identity: {
    asks: [
      'directory.find-by-number',
      'directory.find-held-posts',
      'directory.find-person',
      'directory.find-standing',
    ],
    consumes: {
      'follow-leavers': 'directory.person.*',
      'forget-person': 'directory.erasure.PersonErased',
    },
    relays: true,
  },
  intake: {
    asks: ['rectification.read-policy'],
    keys: ['open', 'seal'],
    consumes: {
      'forget-person': 'directory.erasure.PersonErased',
      'follow-parts': 'intake.opinion.*',
      'tell-duplicates': 'intake.opinion.*',
      'tell-outcome': 'rectification.issue.*',
    },
    relays: true,
  },
  rectification: {
    asks: [
      'directory.find-heads',
      'directory.find-unit-name',
      'directory.find-units-of-person',
      'directory.find-units-there',
      'inspection.find-conflicts',
      'inspection.find-inspecting-teams',
    ],
    consumes: {
      'follow-issues': 'rectification.issue.*',
      'follow-tasks': 'rectification.task.*',
      'list-finding': 'inspection.finding.FindingIssued',
      'list-issue': 'intake.opinion.OpinionListed',
    },
    relays: true,
  },
  inspection: {
    asks: [
      'directory.find-belongings',
      'directory.find-heads',
      'directory.find-lines',
      'directory.find-units-there',
      'directory.find-units-under',
      'directory.read-names',
      'rectification.find-acts',
    ],
    keys: ['open', 'seal'],
    consumes: {
      'follow-findings': 'inspection.finding.*',
      'follow-task': 'rectification.task.*',
      'forget-person': 'directory.erasure.PersonErased',
      'must-find': 'inspection.visit.VisitSubmitted',
      'take-refusal': 'rectification.issue.FindingNotListed',
    },
    relays: true,
  },
  // It begins anew under another name when its file was lost.
  audit: { asks: [], keys: ['open'], consumes: { '*': '>' }, relays: false },
  gateway: {
    asks: ['audit.>', 'directory.>', 'identity.>', 'inspection.>', 'intake.>', 'rectification.>'],
    consumes: {},
    relays: false,
  },
};

const STREAMS = ['EVENTS', 'DEAD_LETTERS', 'KV_LEASES'];

/**
 * What the broker grants to the service with this public key.
 *
 * @param {string} service
 * @param {string} key
 */
export const permissionsOf = (service, key) => {
  const { asks, keys = [], consumes, relays } = RIGHTS[service];
  return {
    publish: [
      ...asks,
      ...keys.map((what) => `directory.find-keys-to-${what}`),
      '$JS.API.INFO',
      ...STREAMS.flatMap((stream) => [`$JS.API.STREAM.INFO.${stream}`, `$JS.API.STREAM.CREATE.${stream}`]),
      ...(service === 'gateway' ? [] : leading(service)),
      ...(relays ? relaying(service) : []),
      ...Object.entries(consumes).flatMap(([name, filter]) => consuming(service, name, filter)),
      ...(isReacting(service) ? tidying : []),
    ],
    // Each has a box for answers of its own: nobody reads those of another. Each copy hears when keys are to be forgotten.
    subscribe: [
      `${service}.>`,
      `_INBOX.${key}.>`,
      ...(consumes['forget-person'] ? [`events.${consumes['forget-person']}`] : []),
    ],
  };
};

/** A relay looks how far it has come in the stream, and drops whichever consumer claims to be further than that. */
const relaying = (service) => [
  `events.${service}.>`,
  '$JS.API.STREAM.MSG.GET.EVENTS',
  '$JS.API.CONSUMER.LIST.EVENTS',
  '$JS.API.CONSUMER.DELETE.EVENTS.*',
];

const consuming = (service, name, filter) => {
  const durable = name === '*' ? '*' : `${service}-${name}`;
  return [
    `$JS.API.CONSUMER.INFO.EVENTS.${durable}`,
    `$JS.API.CONSUMER.CREATE.EVENTS.${durable}.events.${filter}`,
    `$JS.API.CONSUMER.DELETE.EVENTS.${durable}`,
    `$JS.API.CONSUMER.MSG.NEXT.EVENTS.${durable}`,
    `$JS.ACK.EVENTS.${durable}.>`,
    `dead.${service}.${name}`,
  ];
};

/** The audit never gives up an event that it can read, and has no reactions. */
const isReacting = (service) => service !== 'audit' && Object.keys(RIGHTS[service].consumes).length > 0;

/**
 * Dead letters are looked through and taken away by number: the broker cannot confine that to those of one service. What is in
 * them is in EVENTS as well, which each relay may read; and what an operator did with one is an event of the service.
 */
const tidying = ['$JS.API.STREAM.MSG.GET.DEAD_LETTERS', '$JS.API.STREAM.MSG.DELETE.DEAD_LETTERS'];

/** Of the copies of a service one relays, one keeps rows up, and so on: they agree on it by leases of that service. */
const leading = (service) => [
  `$JS.API.DIRECT.GET.KV_LEASES.$KV.LEASES.${service}.>`,
  `$KV.LEASES.${service}.>`,
];
