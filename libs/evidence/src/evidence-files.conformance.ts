import { describe, expect, it } from '@jest/globals';
import type { Instant, Sha256 } from '@redress/contracts/values';
import fc from 'fast-check';
import { allOf, arriving, cutOff, gathered, sha256Of } from './bytes.examples.js';
import { collectGarbage } from './collect-garbage.js';
import type { EvidenceFiles } from './evidence-files.js';
import type { Kind } from './kinds.js';

/** How the suite comes by files. */
export type Home = {
  /** Empty. */
  readonly open: () => Promise<EvidenceFiles>;
  /** On the same data, as a second process would open them. */
  readonly another: (files: EvidenceFiles) => Promise<EvidenceFiles>;
};

const hello = Buffer.from('hello');
const EARLY = '2000-01-01T00:00:00.000Z' as Instant;
const LATE = '9999-01-01T00:00:00.000Z' as Instant;
const now = (): Instant => new Date().toISOString() as Instant;

/** Resolves once the clock shows a later millisecond: ages are told in those. */
const aMomentLater = async (moment = now()): Promise<Instant> => {
  while (now() <= moment) await new Promise((resolve) => setImmediate(resolve));
  return now();
};

const listed = async (files: EvidenceFiles): Promise<readonly Sha256[]> =>
  (await gathered(files.list())).map(({ sha256 }) => sha256).toSorted();

const read = async (files: EvidenceFiles, sha256: Sha256): Promise<Buffer | undefined> => {
  const file = await files.get(sha256);
  return file && allOf(file.bytes);
};

/** What every place for evidence must do; each adapter runs it in its own spec. */
export const conforms = (name: string, home: Home): void => {
  describe(name, () => {
    keeps(home);
    ages(home);
    collects(home);
  });
};

const keeps = ({ open, another }: Home): void => {
  it('gives back what was put, under its hash, with its size and kind', async () => {
    const files = await open();
    const stored = await files.put(arriving(hello), 'text');
    expect(stored).toEqual({ sha256: sha256Of(hello), size: 5, kind: 'text' });
    const { bytes, ...about } = (await files.get(stored.sha256)) ?? {};
    expect(about).toEqual(stored);
    expect(bytes && (await allOf(bytes))).toEqual(hello);
    expect(await files.has(stored.sha256)).toBe(true);
  });

  it('gives back any bytes, none and many among them, to another on the same data too', async () => {
    const files = await open();
    const other = await another(files);
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc.uint8Array({ minLength: 60_000, maxLength: 200_000 }),
    );
    await fc.assert(
      fc.asyncProperty(any, fc.integer({ min: 1, max: 9 }), async (bytes, pieces) => {
        const { sha256 } = await files.put(arriving(bytes, pieces), 'pdf');
        expect(sha256).toBe(sha256Of(bytes));
        expect((await read(other, sha256))?.equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each<Kind>(['jpeg', 'docx', 'text', 'mov'])('remembers the kind: %s', async (kind) => {
    const files = await open();
    const { sha256 } = await files.put(arriving(hello), kind);
    expect((await gathered(files.list())).map((file) => file.kind)).toEqual([kind]);
    const file = await files.get(sha256);
    file?.bytes.destroy();
    expect(file?.kind).toBe(kind);
  });

  it('stores the same bytes once, as the kind they were first', async () => {
    const files = await open();
    const first = await files.put(arriving(hello), 'text');
    expect(await files.put(arriving(hello), 'pdf')).toEqual(first);
    expect(await listed(files)).toEqual([first.sha256]);
  });

  it('stores the same bytes once when they come at the same moment', async () => {
    const files = await open();
    const other = await another(files);
    const puts = [files, other, files, other].map((one) => one.put(arriving(hello), 'text'));
    expect(new Set((await Promise.all(puts)).map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await listed(files)).toEqual([sha256Of(hello)]);
    expect(await read(other, sha256Of(hello))).toEqual(hello);
  });

  it('is not disturbed by another that is opened while it is being put', async () => {
    const files = await open();
    const slowly = async function* (): AsyncGenerator<Uint8Array> {
      yield hello;
      await another(files);
      yield hello;
    };
    const { sha256 } = await files.put(slowly(), 'text');
    expect(await read(files, sha256)).toEqual(Buffer.concat([hello, hello]));
  });

  it('stores nothing of what breaks off, and says why', async () => {
    const files = await open();
    await expect(files.put(cutOff(hello), 'text')).rejects.toThrow('the caller hung up');
    expect(await listed(files)).toEqual([]);
    expect(await files.has(sha256Of(hello))).toBe(false);
  });

  it.each([
    '',
    '..',
    '../../etc/passwd',
    sha256Of(hello),
    sha256Of(hello).toUpperCase(),
    `${sha256Of(hello)}/x`,
  ])('has nothing under %j when nothing was put there', async (name) => {
    const files = await open();
    const sha256 = name as Sha256;
    expect(await files.get(sha256)).toBeUndefined();
    expect(await files.has(sha256)).toBe(false);
    expect(await files.renew(sha256)).toBeUndefined();
    expect(await files.remove(sha256, LATE)).toBe(false);
  });
};

const ages = ({ open, another }: Home): void => {
  it('says when each was put', async () => {
    const files = await open();
    const before = now();
    await files.put(arriving(hello), 'text');
    const after = await aMomentLater();
    const [file] = await gathered(files.list());
    expect(file).toMatchObject({ sha256: sha256Of(hello), size: 5, kind: 'text' });
    expect(Date.parse(file?.storedAt ?? EARLY)).toBeGreaterThanOrEqual(Date.parse(before) - 1);
    expect(Date.parse(file?.storedAt ?? LATE)).toBeLessThanOrEqual(Date.parse(after));
  });

  it('removes what is old enough, and says whether it did', async () => {
    const files = await open();
    const { sha256 } = await files.put(arriving(hello), 'text');
    expect(await files.remove(sha256, EARLY)).toBe(false);
    expect(await read(files, sha256)).toEqual(hello);
    expect(await files.remove(sha256, LATE)).toBe(true);
    expect(await files.get(sha256)).toBeUndefined();
    expect(await files.remove(sha256, LATE)).toBe(false);
    expect(await listed(files)).toEqual([]);
  });

  it.each(['put', 'renew'] as const)('is young again after %s', async (how) => {
    const files = await open();
    const { sha256 } = await files.put(arriving(hello), 'text');
    const between = await aMomentLater();
    for (;;) {
      await aMomentLater();
      if (how === 'put') await files.put(arriving(hello), 'text');
      else expect(await files.renew(sha256)).toEqual({ sha256, size: 5, kind: 'text' });
      const [file] = await gathered(files.list());
      if ((file?.storedAt ?? EARLY) >= between) break;
    }
    expect(await files.remove(sha256, between)).toBe(false);
    expect(await read(files, sha256)).toEqual(hello);
  });

  it('goes on being read while it is removed', async () => {
    const files = await open();
    const large = Buffer.alloc(1_000_000, 7);
    const { sha256 } = await files.put(arriving(large), 'pdf');
    const file = await files.get(sha256);
    expect(await (await another(files)).remove(sha256, LATE)).toBe(true);
    expect(file && (await allOf(file.bytes)).equals(large)).toBe(true);
  });
};

const collects = ({ open, another }: Home): void => {
  const putAll = async (files: EvidenceFiles, texts: readonly string[]): Promise<readonly Sha256[]> =>
    Promise.all(texts.map(async (text) => (await files.put(arriving(Buffer.from(text)), 'text')).sha256));

  it('collects what no event names, never what one does', async () => {
    const files = await open();
    const [named, ...others] = await putAll(files, ['a', 'b', 'c']);
    const isNamed = (sha256: Sha256): Promise<boolean> => Promise.resolve(sha256 === named);
    expect([...(await collectGarbage(files, isNamed, LATE))].toSorted()).toEqual(others.toSorted());
    expect(await listed(files)).toEqual([named]);
    expect(await collectGarbage(files, isNamed, LATE)).toEqual([]);
  });

  it('never collects what is younger than the grace, and does not ask for it', async () => {
    const files = await open();
    const all = await putAll(files, ['a', 'b']);
    const nobody = (): Promise<boolean> => Promise.reject(new Error('asked'));
    expect(await collectGarbage(files, nobody, now())).toEqual([]);
    expect(await collectGarbage(files, nobody, now(), 60_000)).toEqual([]);
    expect(await listed(files)).toEqual(all.toSorted());
  });

  it('keeps what is renewed while it is asked whether an event names it', async () => {
    const files = await open();
    const other = await another(files);
    const [sha256] = await putAll(files, ['a']);
    const start = await aMomentLater();
    const asked = async (one: Sha256): Promise<boolean> => {
      let renewed: Instant | undefined;
      while (!renewed || renewed < start) {
        expect(await other.renew(one)).toBeDefined();
        renewed = (await gathered(other.list()))[0]?.storedAt;
      }
      return false;
    };
    expect(await collectGarbage(files, asked, start, 0)).toEqual([]);
    expect(await listed(files)).toEqual([sha256]);
  });
};
