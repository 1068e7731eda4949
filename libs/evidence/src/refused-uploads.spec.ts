import { describe, expect, it } from '@jest/globals';
import { arriving } from './bytes.examples.js';
import { expectNothingLeft, opened } from './opened.examples.js';
import { about, inPlace, one, other, partsOf, ref, three, two } from './uploads.examples.js';

describe('an upload is refused', () => {
  const limits = { bytes: 20, parts: 4, openUploads: 2 };

  it('under an id that is taken, or is none', async () => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, about);
    expect(await uploads.begin(ref, { name: 'other.txt' })).toEqual({ rejected: 'upload-id-is-taken' });
    for (const id of ['', '..', '../x', ref.id.toUpperCase()]) {
      expect(await uploads.begin({ ...ref, id }, about)).toEqual({ rejected: 'no-such-upload' });
      expect(await uploads.putPart({ ...ref, id }, 1, arriving(one))).toEqual({ rejected: 'no-such-upload' });
      expect(await uploads.find({ ...ref, id })).toBeUndefined();
    }
  });

  it.each([0, -1, 1.5, 5, Number.NaN])('for a part with the number %d', async (part) => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, about);
    expect(await uploads.putPart(ref, part, arriving(one))).toEqual({ rejected: 'no-such-part' });
  });

  it('when a part comes again with other bytes', async () => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, about);
    await uploads.putPart(ref, 1, arriving(one));
    expect(await uploads.putPart(ref, 1, arriving(two))).toEqual({ rejected: 'part-differs' });
  });

  it('when it is larger than a file may be, as it said or as it came', async () => {
    const evidence = await opened(limits);
    const { uploads } = evidence;
    expect(await uploads.begin(ref, { ...about, size: 21 })).toEqual({ rejected: 'too-large' });
    await uploads.begin(ref, about);
    await uploads.putPart(ref, 1, arriving(one));
    await uploads.putPart(ref, 2, arriving(two));
    expect(await uploads.putPart(ref, 3, arriving(three))).toEqual({ rejected: 'too-large' });
    expect(partsOf(await uploads.find(ref))).toEqual([1, 2]);
    await expectNothingLeft(evidence);
  });

  it('when parts that came at the same moment are too large together', async () => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, about);
    await Promise.all([1, 2, 3, 4].map((part) => uploads.putPart(ref, part, arriving(one))));
    expect(partsOf(await uploads.find(ref)).length).toBeLessThanOrEqual(2);
  });

  it('when it is not as large as it said', async () => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, { ...about, size: 10 });
    await uploads.putPart(ref, 1, arriving(one));
    expect(await uploads.finish(ref)).toEqual({ rejected: 'parts-missing' });
    expect(await uploads.putPart(ref, 2, arriving(two))).toEqual({ rejected: 'size-differs' });
    expect(partsOf(await uploads.find(ref))).toEqual([1]);
  });

  it('when nothing has come', async () => {
    const { uploads } = await opened(limits);
    await uploads.begin(ref, about);
    expect(await uploads.finish(ref)).toEqual({ rejected: 'parts-missing' });
  });

  it('while too many others are open', async () => {
    const evidence = await opened({ ...limits, openUploads: 1 });
    const { uploads } = evidence;
    await uploads.begin(ref, about);
    expect(await uploads.begin(other, about)).toEqual({ rejected: 'too-many-open-uploads' });
    expect(inPlace(evidence)).toEqual([ref.id]);
    await uploads.putPart(ref, 1, arriving(one));
    await uploads.finish(ref);
    expect(await uploads.begin(other, about)).toMatchObject({ parts: [] });
  });

  it('while too many others of the same person are open', async () => {
    const evidence = await opened({ ...limits, openUploads: 3, ownUploads: 1 });
    const { uploads } = evidence;
    await uploads.begin(ref, about);
    expect(await uploads.begin(other, about)).toEqual({ rejected: 'too-many-own-uploads' });
    expect(inPlace(evidence)).toEqual([ref.id]);
    expect(await uploads.begin({ ...other, owner: 'officer' }, about)).toMatchObject({ parts: [] });
  });

  it.each([
    ['a small one counts as 64 KiB', { size: 1 }, 2 * 65_536],
    ['one of unknown size as all that it may have', {}, 2 * 100_000],
    ['one of known size as that', { size: 80_000 }, 2 * 80_000],
  ])('when the same person sends too much: %s', async (_, size, ownBytes) => {
    const begun = { ...about, ...size };
    for (const [most, outcome] of [
      [ownBytes, { parts: [] }],
      [ownBytes - 1, { rejected: 'too-much-sent' }],
    ] as const) {
      const { uploads } = await opened({ bytes: 100_000, ownBytes: most });
      await uploads.begin(ref, begun);
      expect(await uploads.begin({ ...other, owner: 'officer' }, begun)).toMatchObject({ parts: [] });
      const third = { ...other, id: other.id.replace('2', '3') };
      expect(await uploads.begin(third, begun)).toMatchObject(outcome);
    }
  });

  it('when what the same person has stored is too much, but not for what was refused', async () => {
    const { uploads } = await opened({ bytes: 200_000, ownBytes: 200_000 + 65_535 });
    await uploads.begin(ref, about);
    await uploads.putPart(ref, 1, arriving(Buffer.alloc(200_000, 'a')));
    await uploads.finish(ref);
    expect(await uploads.begin(other, { ...about, size: 1 })).toEqual({ rejected: 'too-much-sent' });
    const refused = await opened({ bytes: 200_000, ownBytes: 200_000 + 65_536 });
    await refused.uploads.begin(ref, about);
    await refused.uploads.putPart(ref, 1, arriving(Buffer.alloc(200_000, 0)));
    expect(await refused.uploads.finish(ref)).toHaveProperty('rejected');
    expect(await refused.uploads.begin(other, { ...about, size: 200_000 })).toMatchObject({ parts: [] });
  });
});
