import { ENTERPRISE, GROUP, POST, USER } from './names.js';
import type { NumberField } from './settings.js';

type Attribute = Readonly<Record<string, unknown>> & { readonly name: string };

const attribute = (name: string, description: string, more: object = {}): Attribute => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
});

const given = { mutability: 'immutable' };
const number = (isIt: boolean): object =>
  isIt ? { required: true, caseExact: true, uniqueness: 'server', ...given } : {};

/** What there is in our resources, and no more (RFC 7643, 7). */
export const schemasOf = (field: NumberField, base: string): readonly (object & { readonly id: string })[] =>
  [
    {
      id: USER,
      name: 'User',
      description: 'A person, by roster number',
      attributes: [
        attribute('userName', 'What the organisation’s directory calls them', {
          required: true,
          uniqueness: 'server',
          ...number(field === 'userName'),
        }),
        attribute('externalId', 'What the organisation’s directory knows them by', {
          caseExact: true,
          ...number(field === 'externalId'),
        }),
        attribute('displayName', 'The name'),
        attribute('name', 'The name', {
          type: 'complex',
          subAttributes: [
            attribute('formatted', 'The name'),
            attribute('familyName', 'Makes the name, when it is not said otherwise', { returned: 'never' }),
            attribute('givenName', 'Makes the name, when it is not said otherwise', { returned: 'never' }),
          ],
        }),
        attribute('active', 'Whether they are in the organisation; who is not acts in nothing', {
          type: 'boolean',
        }),
      ],
    },
    {
      id: ENTERPRISE,
      name: 'EnterpriseUser',
      description: 'What an organisation knows of its people',
      attributes: [attribute('employeeNumber', 'The roster number', number(field === 'employeeNumber'))],
    },
    {
      id: GROUP,
      name: 'Group',
      description: 'A post; who holds it is its member, one person at a time',
      attributes: [
        attribute('displayName', 'The code of the post', {
          required: true,
          caseExact: true,
          uniqueness: 'server',
          ...given,
        }),
        attribute('externalId', 'The code of the post as well', { caseExact: true, ...given }),
        attribute('members', 'Who holds the post', {
          type: 'complex',
          multiValued: true,
          subAttributes: [
            attribute('value', 'The id of the user', { caseExact: true, ...given }),
            attribute('display', 'The name', { mutability: 'readOnly' }),
            attribute('$ref', 'The user', { type: 'reference', referenceTypes: ['User'], ...given }),
          ],
        }),
      ],
    },
    {
      id: POST,
      name: 'Post',
      description: 'What a post is',
      attributes: ['title', 'role', 'unit'].map((name) =>
        attribute(name, `The ${name} of the post`, { mutability: 'readOnly' }),
      ),
    },
  ].map((schema) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${schema.id}` },
  }));

export const resourceTypesOf = (base: string): readonly (object & { readonly id: string })[] =>
  [
    {
      id: 'User',
      endpoint: '/Users',
      description: 'People',
      schema: USER,
      extension: ENTERPRISE,
      required: true,
    },
    {
      id: 'Group',
      endpoint: '/Groups',
      description: 'Posts',
      schema: GROUP,
      extension: POST,
      required: false,
    },
  ].map(({ extension, required, ...type }) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    name: type.id,
    ...type,
    schemaExtensions: [{ schema: extension, required }],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${type.id}` },
  }));
