import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Document } from './document.js';
import { fuzz } from './fuzzer.js';
import { type Answered, Sender, type Sent } from './sender.js';
import { AGAIN } from './trails/all.js';
import { World } from './world.js';

type Alters = (sent: Sent, answered: Answered) => Answered | Promise<Answered>;

/** Answers not what the system answered. */
class Altering extends Sender {
  alters: Alters = (_, answered) => answered;

  override async send(sent: Sent): Promise<Answered> {
    return this.alters(sent, await super.send(sent));
  }

  /** As the system answered it. */
  truly(sent: Sent): Promise<Answered> {
    return super.send(sent);
  }
}

let sender: Altering;
let world: World;

beforeAll(async () => {
  world = await World.start((url) => (sender = new Altering(url)));
});
afterAll(() => world.stop());
beforeEach(() => {
  sender.alters = (_, answered) => answered;
});

const OPINIONS = AGAIN.filter(({ name }) => /opinion is answered|task is returned|signed/.test(name));

/** What some sequences are told to fail of; nothing when none does. */
const failure = async (sequences = 200): Promise<string> => {
  try {
    await fuzz(world, OPINIONS, { sequences, seed: 7, atOnce: 3, asItIs: true });
    return '';
  } catch (error) {
    return String(error);
  }
};

const saying = (answered: Answered, json: unknown): Answered => ({
  ...answered,
  json,
  bytes: Buffer.from(JSON.stringify(json)),
});
const isOk = ({ status, json }: Answered): boolean => status < 300 && typeof json === 'object';
const object = ({ json }: Answered): Readonly<Record<string, unknown>> =>
  (json ?? {}) as Readonly<Record<string, unknown>>;

it('says nothing of a system that is as it says', async () => {
  expect(await failure(30)).toBe('');
});

describe('notices an answer', () => {
  const seen = new Map<string, string>();
  it.each<readonly [what: string, tells: string, alters: Alters]>([
    [
      'that failed on our side',
      'answered 500',
      (sent, answered) => (sent.operation === 'triage.acknowledge' ? { ...answered, status: 500 } : answered),
    ],
    [
      'with a status that nobody was told of',
      'is not declared',
      (_, answered) => (isOk(answered) ? { ...answered, status: 206 } : answered),
    ],
    [
      'with a field more',
      'must NOT have additional properties',
      (_, answered) => (isOk(answered) ? saying(answered, { ...object(answered), hash: 'x' }) : answered),
    ],
    [
      'with a field less',
      "must have required property 'revision'",
      (sent, answered) => {
        const { position } = object(answered);
        return isOk(answered) && sent.operation === 'triage.acknowledge'
          ? saying(answered, { position })
          : answered;
      },
    ],
    [
      'of another media type',
      'media type text/html',
      (_, answered) =>
        isOk(answered)
          ? { ...answered, headers: { ...answered.headers, 'content-type': 'text/html' } }
          : answered,
    ],
    [
      'without a header',
      'the header x-request-id is undefined',
      (_, { headers: { 'x-request-id': _gone, ...headers }, ...answered }) => ({ ...answered, headers }),
    ],
    [
      'of another revision than its tag',
      'the header etag',
      (_, answered) =>
        isOk(answered) ? { ...answered, headers: { ...answered.headers, etag: '"77"' } } : answered,
    ],
    [
      'with a problem that nobody knows',
      'must be equal to one of the allowed values',
      (_, answered) =>
        answered.status === 400 ? saying(answered, { ...object(answered), type: '/problems/odd' }) : answered,
    ],
    [
      'with a problem of another status',
      'the problem says 418',
      (_, answered) =>
        answered.status === 400 ? saying(answered, { ...object(answered), status: 418 }) : answered,
    ],
    [
      'that is unavailable for nobody knows how long',
      'answered 503',
      (_, answered) => (isOk(answered) ? { ...answered, status: 503 } : answered),
    ],
    [
      'with the receipt of somebody else',
      'there is a secret of',
      (sent, answered) => {
        const { receipt } = object(answered);
        if (sent.operation === 'opinions.submit' && typeof receipt === 'string') seen.set('receipt', receipt);
        const known = seen.get('receipt');
        return sent.operation === 'triage.acknowledge' && isOk(answered) && known
          ? saying(answered, { ...object(answered), position: known })
          : answered;
      },
    ],
    [
      'that shows a unit what is of another',
      'is shown what is of other units',
      async (sent, answered) =>
        sent.headers['authorization']?.startsWith('Bearer') &&
        sent.operation === 'opinions.list' &&
        sent.who === 'lead'
          ? sender.truly({
              ...sent,
              headers: { authorization: `Bearer ${world.cast.tokenOf('office') ?? ''}` },
            })
          : answered,
    ],
    [
      'to a repeat that did it once more',
      'the repeat was answered otherwise',
      (sent, answered) => {
        const key = sent.headers['idempotency-key'] ?? '';
        const times = Number(seen.get(key) ?? '0') + 1;
        seen.set(key, String(times));
        return isOk(answered) && times > 1 && 'position' in object(answered)
          ? saying(answered, { ...object(answered), position: '9' })
          : answered;
      },
    ],
  ])('%s', async (_, tells, alters) => {
    sender.alters = alters;
    const told = await failure();
    expect(told).toContain(tells);
    expect(told).toContain('curl -sS');
  });
});

describe('notices a document', () => {
  const changed = (from: RegExp, to: string): Document =>
    JSON.parse(JSON.stringify(world.document).replaceAll(from, to)) as Document;
  it.each<readonly [what: string, tells: string, from: RegExp, to: string]>([
    ['that does not tell of a status', 'the status 400 is not declared', /"400":/g, '"499":'],
    [
      'that tells of another form',
      'must be boolean',
      /"revision":\{"type":"number"\}/g,
      '"revision":{"type":"boolean"}',
    ],
    [
      'that tells of another media type',
      'is not declared',
      /"application\/problem\+json"/g,
      '"application/json"',
    ],
  ])('%s', async (_, tells, from, to) => {
    const { document } = world;
    world.describedBy(changed(from, to));
    try {
      expect(await failure()).toContain(tells);
    } finally {
      world.describedBy(document);
    }
  });
});
