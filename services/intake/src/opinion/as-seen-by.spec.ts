import { expect, it } from '@jest/globals';
import { anonymous, holder, officer, roleInbox, submitted } from '@redress/contracts/intake/opinion.examples';
import { having } from '@redress/eventsourcing/spec';
import { asSeenBy } from './as-seen-by.js';
import { opinions } from './opinion.js';

const sent = opinions.evolve(opinions.initial, having(submitted, { addressedTo: roleInbox }));
const seenBy = (actor: Parameters<typeof asSeenBy>[0]) => asSeenBy(actor, (opinion) => opinion)(sent);

it('is as it is to the post that it is addressed to, and to whoever acts for no unit', () => {
  for (const actor of [holder, officer, anonymous]) expect(seenBy(actor)).toBe(sent);
});

it('is not there for another post of a unit, or for none', () => {
  const withoutPost = { role: 'unit', person: holder.person } as const;
  expect(seenBy({ ...holder, post: officer.post })).toEqual({ status: 'unsent' });
  expect(seenBy(withoutPost)).toEqual({ status: 'unsent' });
});
