import type { PostRow } from '@redress/contracts/directory/posts';
import { GROUP_SHAPE, spelt } from './attributes.js';
import { GROUP, POST } from './names.js';
import { invalid } from './scim-error.js';

export type Member = { readonly value: string; readonly display?: string; readonly $ref?: string };

/** A post as a group: whoever holds it is its member. */
export type Group = {
  readonly schemas: readonly string[];
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string;
  readonly members: readonly Member[];
  readonly [POST]: { readonly title: string; readonly role: string; readonly unit: string };
  readonly meta: { readonly resourceType: 'Group'; readonly location: string; readonly version: string };
};

export const groupOf = (
  { id, code, title, role, unit, holders, revision }: PostRow,
  base: string,
): Group => ({
  schemas: [GROUP, POST],
  id,
  displayName: code,
  externalId: code,
  members: holders.map(({ person, name }) => ({
    value: person,
    ...(name !== undefined && { display: name }),
    $ref: `${base}/Users/${person}`,
  })),
  [POST]: { title, role, unit },
  meta: { resourceType: 'Group', location: `${base}/Groups/${id}`, version: `W/"${String(revision)}"` },
});

/** What is sent of a group: the codes that may name its post, and who is to hold it; absent when nothing is said of that. */
export type SaidOfGroup = { readonly codes: readonly string[]; readonly members?: readonly string[] };

/** @throws ScimError that names the field and the rule */
export const groupSaidIn = (sent: object): SaidOfGroup => {
  const { displayName, externalId, members } = spelt(GROUP_SHAPE, sent);
  for (const [field, value] of Object.entries({ displayName, externalId }))
    if (value !== undefined && value !== null && typeof value !== 'string')
      throw invalid(field, 'must be text');
  const codes = [externalId, displayName].filter(
    (code) => typeof code === 'string' && code !== '',
  ) as string[];
  if (members === undefined || members === null) return { codes };
  if (!Array.isArray(members)) throw invalid('members', 'must be a list');
  return { codes, members: membersIn(members) };
};

export const membersIn = (members: readonly unknown[]): readonly string[] => {
  const ids = members.map((member) => {
    const { value } = (typeof member === 'object' && member !== null ? member : {}) as {
      readonly value?: unknown;
    };
    if (typeof value !== 'string' || value === '') throw invalid('members.value', 'must be the id of a user');
    return value;
  });
  return [...new Set(ids)];
};
