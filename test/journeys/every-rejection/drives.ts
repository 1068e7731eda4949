import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked, Who } from './people.js';
import { World } from './world.js';

/** A command as it may be rejected. */
type Command = { readonly subject: string; readonly rejections: readonly string[] };

/** Who is answered with which status when they ask what, and where to see that nothing has changed. */
export type Drive = {
  readonly status: number;
  readonly who: Who;
  readonly asked: (world: World) => Promise<Asked & { readonly watched: string }>;
};

/** What nobody can come to from outside, why not, and that the rule has it all the same. */
export type Unreachable = { readonly because: string; readonly proved: () => void };

/** What comes instead of a rejection that other commands of the same list may meet, and this one does not. */
export type Otherwise = Drive & { readonly instead: string };

/** Total: a rejection without a drive does not compile. */
export type Drives<Of extends Command> = Readonly<
  Record<Of['rejections'][number], Drive | Unreachable | Otherwise>
>;

/** As each thing that was driven at looked before. */
const before = new Map<string, readonly unknown[]>();

/** A system for all drives of a file. At the end, when whatever was written has long come to be seen, nothing has changed. */
export const aWorld = (): (() => World) => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => {
    try {
      for (const [watched, looked] of before)
        expect([watched, await world.looks(watched)]).toEqual([watched, looked]);
    } finally {
      await world.stop();
    }
  });
  return () => world;
};

/** Drives each rejection of a command over HTTP, in both languages; nothing changes by it. */
export const everyRejectionOf = <Of extends Command>(
  command: Of,
  world: () => World,
  drives: Drives<Of>,
): void => {
  describe(command.subject, () => {
    for (const [reason, drive] of Object.entries<Drive | Unreachable | Otherwise>(drives))
      if ('because' in drive) it(`is ${reason} in process alone: ${drive.because}`, drive.proved);
      else if ('instead' in drive)
        it(`is ${drive.instead} instead of ${reason}`, () =>
          drive.instead === 'accepted'
            ? isAccepted(world(), drive)
            : isRejected(world(), drive.instead, drive));
      else it(`is ${reason}`, () => isRejected(world(), reason, drive));
  });
};

const TEXT = { en: /^[A-Z][^\p{Script=Han}]+$/u, zh: /\p{Script=Han}/u };

const isRejected = async (world: World, reason: string, { status, who, asked }: Drive): Promise<void> => {
  const { watched, ...request } = await asked(world);
  const looked = await world.looks(watched);
  before.set(watched, before.get(watched) ?? looked);
  for (const language of ['en', 'zh'] as const) {
    const answer = await world.people.as(who, request, language);
    expect({ answered: answer.status, ...answer.body }).toEqual({
      answered: status,
      type: `/problems/${reason}`,
      status,
      title: expect.stringMatching(TEXT[language]),
      instance: `/requests/${String(answer.headers.get('x-request-id'))}`,
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('content-language')).toBe(language);
  }
  expect(await world.looks(watched)).toEqual(looked);
};

const isAccepted = async (world: World, { status, who, asked }: Drive): Promise<void> => {
  expect(await world.people.as(who, await asked(world))).toMatchObject({ status });
};
