import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { LedgerWork, type Sent } from '../merging/ledger-work.js';
import { until } from './launcher/launched.js';

jest.setTimeout(180_000);

let system: WholeSystem;
let work: LedgerWork;

beforeAll(async () => {
  system = await WholeSystem.start();
  work = await LedgerWork.begin(system.call, system.operatorToken);
});

afterAll(() => system.stop());

/** With `kill -9`, and waits until the launcher has started it again. */
const kill = async (name: string): Promise<void> => {
  const { pid } = system.launched.processOf(name) ?? {};
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGKILL');
  await until(`${name} runs again`, () => {
    const again = system.launched.processOf(name);
    return again !== undefined && again.pid !== pid;
  });
};

const whats = (view: Readonly<Record<string, unknown>>): readonly string[] =>
  (view['steps'] as readonly { what: string }[]).map(({ what }) => what);

it('loses nobody and tells nobody twice when services are killed while issues are merged and given back', async () => {
  const target = await work.speaks('The pipe');
  const into = await work.listed(target);
  const others: readonly { readonly sent: Sent; readonly issueId: string }[] = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const sent = await work.speaks(`A leak ${String(n)}`);
      return { sent, issueId: await work.listed(sent) };
    }),
  );
  const reason = 'All speak of one pipe';
  const merged = Promise.all(
    others.map(({ issueId }) =>
      work.insists('office', 'PUT', `/issues/${issueId}/merging`, { into, reason }),
    ),
  );
  await kill('rectification');
  await kill('nats-server');
  await merged;
  const everybody = [target, ...others.map(({ sent }) => sent)];
  await work.sees(`/issues/${into}`, {
    opinions: Object.fromEntries(everybody.map(({ opinionId }) => [opinionId, {}])),
  });

  const [own, ...rest] = others as [(typeof others)[0], ...typeof others];
  const back = work.insists('office', 'DELETE', `/issues/${own.issueId}/merging`, { reason: 'A roof' });
  await kill('rectification');
  await back;
  await work.sees(`/issues/${own.issueId}`, { status: 'listed' });
  await work.follows(own.sent, { steps: expect.arrayContaining([{ ...STEP, text: 'A roof' }]) });
  await work.solves([into], 'The pipe was replaced');
  await kill('intake');
  for (const { sent } of rest) {
    const view = await work.follows(sent, { status: 'told', outcome: 'The pipe was replaced' });
    expect(whats(view)).toEqual(['submitted', 'acknowledged', 'listed', 'moved', 'told']);
  }
  expect(whats(await work.follows(own.sent, { status: 'listed' }))).toEqual([
    ...['submitted', 'acknowledged', 'listed', 'moved', 'moved'],
  ]);
  await work.solves([own.issueId], 'The roof was tiled');
  await work.follows(own.sent, { status: 'told', outcome: 'The roof was tiled' });
});

const STEP = { what: 'moved', happenedAt: expect.any(String), recordedAt: expect.any(String) };
