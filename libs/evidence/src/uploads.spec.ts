import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Instant, Sha256 } from '@redress/contracts/values';
import fc from 'fast-check';
import { allOf, arriving, cutOff, sha256Of } from './bytes.examples.js';
import { photograph } from './examine/samples.examples.js';
import { expectNothingLeft, opened } from './opened.examples.js';
import { about, inPlace, one, other, partsOf, ref, three, two } from './uploads.examples.js';

const whole = Buffer.concat([one, two, three]);
const now = (): Instant => new Date().toISOString() as Instant;

describe('an upload', () => {
  it('arrives in parts, in any order, and is taken in once it is whole', async () => {
    const evidence = await opened();
    const { uploads, files } = evidence;
    const begun = { ...about, size: whole.length, sha256: sha256Of(whole) };
    expect(await uploads.begin(ref, begun)).toEqual({ begun: { ...begun, owner: 'lead' }, parts: [] });
    await uploads.putPart(ref, 3, arriving(three));
    await uploads.putPart(ref, 1, arriving(one));
    expect(await uploads.finish(ref)).toEqual({ rejected: 'parts-missing' });
    expect(await uploads.putPart(ref, 2, arriving(two))).toMatchObject({
      parts: [
        { part: 1, size: 9 },
        { part: 2, size: 9 },
        { part: 3, size: 6 },
      ],
    });
    const sha256 = sha256Of(whole);
    const outcome = { sha256, sent: sha256, size: whole.length, kind: 'text', name: 'note.txt' };
    expect(await uploads.finish(ref)).toEqual(outcome);
    const file = await files.get(sha256);
    expect(file && (await allOf(file.bytes))).toEqual(whole);
    expect(partsOf(await uploads.find(ref))).toEqual([]);
  });

  it('goes on after a restart where it was', async () => {
    const first = await opened();
    await first.uploads.begin(ref, about);
    await first.uploads.putPart(ref, 2, arriving(two));
    const { uploads } = await opened({}, first.folder);
    expect(partsOf(await uploads.begin(ref, about))).toEqual([2]);
    expect(partsOf(await uploads.find(ref))).toEqual([2]);
    await uploads.putPart(ref, 1, arriving(one));
    expect(await uploads.finish(ref)).toMatchObject({ sha256: sha256Of(Buffer.concat([one, two])) });
  });

  it('answers every step that is said again as it did the first time', async () => {
    const evidence = await opened();
    const { uploads } = evidence;
    const bytes = await photograph();
    for (let again = 0; again < 2; again += 1) {
      await uploads.begin(ref, { name: 'a.jpg' });
      expect(partsOf(await uploads.putPart(ref, 1, arriving(bytes)))).toEqual([1]);
    }
    const [first, second] = await Promise.all([uploads.finish(ref), uploads.finish(ref)]);
    expect(first).toMatchObject({ kind: 'jpeg', sent: sha256Of(bytes) });
    expect(second).toEqual(first);
    const { uploads: later } = await opened({}, evidence.folder);
    expect(await later.finish(ref)).toEqual(first);
    expect(await later.begin(ref, { name: 'a.jpg' })).toMatchObject({ outcome: first });
    expect(await later.putPart(ref, 1, arriving(bytes))).toEqual({ rejected: 'already-finished' });
    expect(await later.giveUp(ref)).toEqual({ rejected: 'already-finished' });
    expect(await later.finish(ref)).toEqual(first);
  });

  it('takes a part that is said twice at the same moment, once', async () => {
    const { uploads } = await opened();
    await uploads.begin(ref, about);
    const answers = await Promise.all([1, 2, 3].map(() => uploads.putPart(ref, 1, arriving(one))));
    for (const answer of answers) expect(partsOf(answer)).toEqual([1]);
  });

  it('is nobody else’s', async () => {
    const { uploads } = await opened();
    await uploads.begin(ref, about);
    const stranger = { ...ref, owner: 'stranger' };
    expect(await uploads.find(stranger)).toBeUndefined();
    expect(await uploads.begin(stranger, about)).toEqual({ rejected: 'upload-id-is-taken' });
    expect(await uploads.putPart(stranger, 1, arriving(one))).toEqual({ rejected: 'no-such-upload' });
    expect(await uploads.finish(stranger)).toEqual({ rejected: 'no-such-upload' });
    expect(await uploads.giveUp(stranger)).toEqual({ rejected: 'no-such-upload' });
    expect(await uploads.find(ref)).toBeDefined();
  });

  it('leaves nothing when it is given up', async () => {
    const evidence = await opened();
    await evidence.uploads.begin(ref, about);
    await evidence.uploads.putPart(ref, 1, arriving(one));
    expect(partsOf(await evidence.uploads.giveUp(ref))).toEqual([1]);
    expect(await evidence.uploads.giveUp(ref)).toEqual({ rejected: 'no-such-upload' });
    expect(inPlace(evidence)).toEqual([]);
    expect(await evidence.uploads.finish(ref)).toEqual({ rejected: 'no-such-upload' });
    await expectNothingLeft(evidence);
  });

  it('keeps of a part that breaks off nothing, and of the others everything', async () => {
    const evidence = await opened();
    await evidence.uploads.begin(ref, about);
    await evidence.uploads.putPart(ref, 1, arriving(one));
    await expect(evidence.uploads.putPart(ref, 2, cutOff(two))).rejects.toThrow('the caller hung up');
    expect(partsOf(await evidence.uploads.find(ref))).toEqual([1]);
    await expectNothingLeft(evidence);
  });

  it('leaves no part and nothing stored when the file is refused, and says so again', async () => {
    const evidence = await opened();
    await evidence.uploads.begin(ref, { name: 'a.txt', sha256: 'f'.repeat(64) as Sha256 });
    await evidence.uploads.putPart(ref, 1, arriving(one));
    for (let again = 0; again < 2; again += 1)
      expect(await evidence.uploads.finish(ref)).toEqual({ rejected: 'hash-differs' });
    expect(readdirSync(join(evidence.folder, 'evidence-uploads', ref.id)).toSorted()).toEqual([
      'begun.json',
      'outcome.json',
    ]);
    await expectNothingLeft(evidence);
  });
});

it('is forgotten when nobody goes on with it, and not before', async () => {
  const evidence = await opened({ idleHours: 1 });
  const { uploads, folder } = evidence;
  await uploads.begin(ref, about);
  await uploads.begin(other, about);
  const hourAgo = Date.now() / 1_000 - 3_601;
  utimesSync(join(folder, 'evidence-uploads', ref.id), hourAgo, hourAgo);
  await uploads.cleanUp(now());
  expect(inPlace(evidence)).toEqual([other.id]);
  expect(existsSync(join(folder, 'evidence-uploads', '.writing'))).toBe(true);
});

it('comes back with the same hash, whatever its bytes, its parts, their order and their repeats', async () => {
  const { uploads, files } = await opened();
  const anyText = fc.string({
    minLength: 1,
    maxLength: 2_000,
    unit: fc.constantFrom('a', '噪', '😀', ' ', '\n'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      anyText,
      fc.array(fc.nat(8_000), { maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (id, text, cuts, random) => {
        const bytes = Buffer.from(text);
        const ends = [...new Set([...cuts.map((cut) => cut % bytes.length), bytes.length])]
          .filter((end) => end > 0)
          .toSorted((a, b) => a - b);
        const parts = ends.map((end, index) => ({
          part: index + 1,
          bytes: bytes.subarray(ends[index - 1] ?? 0, end),
          turns: [random.next().value % 100, random.next().value % 100] as const,
        }));
        // Each part once or twice, in the order of what was drawn for it.
        const order = parts
          .flatMap((part) => part.turns.map((turn) => ({ ...part, turn })))
          .filter(({ turn, turns: [first] }) => turn === first || turn > 50)
          .toSorted((a, b) => a.turn - b.turn);
        await uploads.begin({ id, owner: 'lead' }, { name: 'a.txt', sha256: sha256Of(bytes) });
        for (const { part, bytes: content } of order)
          await uploads.putPart({ id, owner: 'lead' }, part, arriving(content));
        const sha256 = sha256Of(bytes);
        expect(await uploads.finish({ id, owner: 'lead' })).toMatchObject({ sha256, size: bytes.length });
        const file = await files.get(sha256);
        expect(file && (await allOf(file.bytes)).equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
