import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Problem } from '@redress/edge/problems';
import { arriving, text } from '@redress/evidence/bytes.examples';
import { pdf, photograph } from '@redress/evidence/examine/samples.examples';
import { expectNothingLeft, type Opened, opened } from '@redress/evidence/opened.examples';
import { Attaching } from './attaching.js';

const MIB = 1024 * 1024;

let evidence: Opened;
beforeEach(async () => {
  evidence = await opened();
});
afterEach(() => {
  Reflect.deleteProperty(process.env, 'REDRESS_ATTACHED_BYTES_AN_HOUR');
});

const problemOf = (taking: Promise<unknown>): Promise<unknown> =>
  taking.then(
    () => 'taken',
    (error: unknown) => (error instanceof Problem ? [error.type, error.getStatus()] : error),
  );

it('takes pictures and texts', async () => {
  const attaching = new Attaching(evidence);
  for (const format of ['jpeg', 'png', 'webp'] as const)
    expect(await attaching.take(arriving(await photograph(format)))).toMatchObject({ kind: format });
  expect(await attaching.take(arriving(text('The roof leaks.')))).toMatchObject({ kind: 'text' });
});

it.each([
  ['what carries who made it', pdf(), 'type-not-allowed', 422],
  ['a page', text('<html><script>alert(1)</script>'), 'markup', 422],
  ['nothing', Buffer.alloc(0), 'empty-file', 422],
  ['more than 10 MiB', Buffer.alloc(10 * MIB + 1, 'a'), 'too-large', 413],
] as const)('refuses %s, and keeps nothing of it', async (_, bytes, ...problem) => {
  expect(await problemOf(new Attaching(evidence).take(arriving(bytes)))).toEqual(problem);
  await expectNothingLeft(evidence);
});

it('takes four at once, and the next when one of them is through', async () => {
  const attaching = new Attaching(evidence);
  const gates = Array.from({ length: 4 }, () => new AbortController());
  const slowly = async function* ({ signal }: AbortController) {
    yield text('The roof ');
    if (!signal.aborted) await once(signal, 'abort');
    yield text('leaks.');
  };
  const taking = gates.map((gate) => attaching.take(slowly(gate)));
  const fifth = () => problemOf(attaching.take(arriving(text('So does ours.'))));
  expect(await fifth()).toEqual(['too-much-is-attached', 429]);
  gates[0]?.abort();
  await taking[0];
  expect(await fifth()).toBe('taken');
  for (const gate of gates) gate.abort();
  await Promise.all(taking);
});

it('takes no more than so many bytes an hour of all together', async () => {
  process.env['REDRESS_ATTACHED_BYTES_AN_HOUR'] = String(12 * MIB);
  const attaching = new Attaching(evidence);
  expect(await problemOf(attaching.take(arriving(Buffer.alloc(6 * MIB, 'a'))))).toBe('taken');
  expect(await problemOf(attaching.take(arriving(text('More.'))))).toEqual(['too-much-is-attached', 429]);
});
