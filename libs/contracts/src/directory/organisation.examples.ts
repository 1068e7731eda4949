import type { Actor } from '../envelope.js';
import type { Day, DeputyId, PersonId } from '../values.js';
import { postIdOf, unitIdOf } from './ids.js';
import type { PersonEvent, PostEvent, UnitEvent } from './organisation.events.js';
import type { RegisterPerson } from './people.js';
import type { LeavePost, RecordPost, TakePost } from './posts.js';
import type { DissolveUnit, RecordUnit } from './units.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const day1 = '2020-01-01' as Day;
export const day2 = '2024-09-01' as Day;
export const day3 = '2026-03-01' as Day;
export const today = '2026-03-20' as Day;
export const dayBefore = (day: Day): Day =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as Day;

export const record = {
  code: 'U07',
  name: 'Logistics',
  parent: 'U01',
  from: day1,
} satisfies RecordUnit;
export const rename = { ...record, name: 'Logistics and Services', from: day2 } satisfies RecordUnit;
export const move = { ...record, parent: 'U02', from: day2 } satisfies RecordUnit;
export const dissolve = { code: 'U07', from: day3 } satisfies DissolveUnit;
export const post = {
  code: 'P-07-1',
  unit: 'U07',
  title: 'Head of Logistics',
  role: 'unit',
  from: day1,
} satisfies RecordPost;
export const headPost = { ...post, heads: true } satisfies RecordPost;
export const register = { rosterNumber: 'R1007', name: '王伟' } satisfies RegisterPerson;
export const take = { code: 'P-07-1', rosterNumber: 'R1007', from: day1 } satisfies TakePost;
export const leave = { code: 'P-07-1', rosterNumber: 'R1007', until: day2 } satisfies LeavePost;

export const unitId = unitIdOf('U07');
export const topUnit = unitIdOf('U01');
export const otherUnit = unitIdOf('U02');
export const postId = postIdOf('P-07-1');
export const personId = '0190a5c4-2222-4aaa-8aaa-000000001007' as PersonId;
export const successorId = '0190a5c4-2222-4aaa-8aaa-000000001008' as PersonId;

export const operator = { role: 'operator' } satisfies Actor;
export const officer = {
  role: 'office',
  person: '0190a5c4-2222-4aaa-8aaa-000000001001' as PersonId,
  post: postIdOf('P-01-1'),
  unit: topUnit,
} satisfies Actor;
export const head = { role: 'unit', person: personId, post: postId, unit: unitId } satisfies Actor;

export const established = {
  type: 'UnitEstablished',
  data: { unitId, code: 'U07', name: 'Logistics', parent: topUnit, from: day1 },
} satisfies UnitEvent;
export const topEstablished = {
  type: 'UnitEstablished',
  data: { unitId: topUnit, code: 'U01', name: 'The university', from: day1 },
} satisfies UnitEvent;
export const renamed = {
  type: 'UnitRenamed',
  data: { unitId, name: 'Logistics and Services', from: day2 },
} satisfies UnitEvent;
export const moved = {
  type: 'UnitMoved',
  data: { unitId, parent: otherUnit, from: day2 },
} satisfies UnitEvent;
export const dissolved = { type: 'UnitDissolved', data: { unitId, from: day3 } } satisfies UnitEvent;
export const postEstablished = {
  type: 'PostEstablished',
  data: { postId, code: 'P-07-1', unitId, title: 'Head of Logistics', role: 'unit', from: day1 },
} satisfies PostEvent;
export const headEstablished: Extract<PostEvent, { type: 'PostEstablished' }> = {
  type: 'PostEstablished',
  data: { ...postEstablished.data, heads: true },
};
export const taken: Extract<PostEvent, { type: 'PostTaken' }> = {
  type: 'PostTaken',
  data: { postId, personId, from: day1 },
};
export const left = {
  type: 'PostLeft',
  data: { postId, personId, from: day1, until: day2 },
} satisfies PostEvent;
export const deputyId = '0190a5c4-4444-7aaa-8aaa-000000000001' as DeputyId;
export const deputyNamed = {
  type: 'DeputyNamed',
  data: {
    postId,
    deputyId,
    deputy: successorId,
    principal: personId,
    from: '2026-03-25' as Day,
    until: '2026-04-03' as Day,
  },
} satisfies PostEvent;
export const deputyDismissed = {
  type: 'DeputyDismissed',
  data: { postId, deputyId, on: today },
} satisfies PostEvent;
export const registered = {
  type: 'PersonRegistered',
  data: { personId, rosterNumber: 'R1007', name: '王伟' },
} satisfies PersonEvent;
export const personRenamed = {
  type: 'PersonRenamed',
  data: { personId, name: '王维' },
} satisfies PersonEvent;

export const vacated = {
  type: 'PostVacated',
  data: { postId, personId, from: day1, on: today },
} satisfies PostEvent;
export const knownAs = {
  type: 'PersonKnownAs',
  data: { personId, userName: 'Wang.Wei@example.org', externalId: '00u1' },
} satisfies PersonEvent;
export const departed = { type: 'PersonDeparted', data: { personId, on: today } } satisfies PersonEvent;
export const returned = { type: 'PersonReturned', data: { personId, on: today } } satisfies PersonEvent;

// Total: an event without an example does not compile.
export const unitExamples: { readonly [E in UnitEvent as E['type']]: E } = {
  UnitEstablished: established,
  UnitRenamed: renamed,
  UnitMoved: moved,
  UnitDissolved: dissolved,
};
export const postExamples: { readonly [E in PostEvent as E['type']]: E } = {
  PostEstablished: postEstablished,
  PostTaken: taken,
  PostLeft: left,
  PostVacated: vacated,
  DeputyNamed: deputyNamed,
  DeputyDismissed: deputyDismissed,
};
export const personExamples: { readonly [E in PersonEvent as E['type']]: E } = {
  PersonRegistered: registered,
  PersonRenamed: personRenamed,
  PersonKnownAs: knownAs,
  PersonDeparted: departed,
  PersonReturned: returned,
};
