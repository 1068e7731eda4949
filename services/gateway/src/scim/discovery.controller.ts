import { Get } from '@nestjs/common';
import { type Listed, pageOf } from './list.js';
import { PAGE } from './names.js';
import { AnswersScim, Asked, type Asking, ScimRoutes } from './routes.js';
import { notThere, ScimError } from './scim-error.js';
import { resourceTypesOf, schemasOf } from './schemas.js';
import { numberField } from './settings.js';

const isSupported = (supported: boolean): object => ({ supported });

/** What this server can, and of what its resources are made (RFC 7644, 4). */
@ScimRoutes()
export class DiscoveryController {
  private readonly number = numberField();

  @Get('ServiceProviderConfig')
  @AnswersScim()
  config(@Asked() { base }: Asking): object {
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: isSupported(true),
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: PAGE.most },
      changePassword: isSupported(false),
      sort: isSupported(false),
      etag: isSupported(false),
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'Key',
          description: 'A key that is issued with the scope scim',
          primary: true,
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
    };
  }

  @Get('ResourceTypes')
  @AnswersScim()
  types(@Asked() { base, query }: Asking): Listed {
    return all(resourceTypesOf(base), query);
  }

  @Get('ResourceTypes/:id')
  @AnswersScim()
  type(@Asked() { base, id }: Asking): object {
    return one('ResourceType', resourceTypesOf(base), id);
  }

  @Get('Schemas')
  @AnswersScim()
  schemas(@Asked() { base, query }: Asking): Listed {
    return all(schemasOf(this.number, base), query);
  }

  @Get('Schemas/:id')
  @AnswersScim()
  schema(@Asked() { base, id }: Asking): object {
    return one('Schema', schemasOf(this.number, base), id);
  }
}

/** RFC 7644, 4: these are not filtered. */
const all = (resources: readonly object[], query: Asking['query']): Listed => {
  if (query['filter'] !== undefined) throw new ScimError(403, undefined, 'filter: is not taken here');
  return pageOf(resources, {}, (resource) => resource);
};

const one = <Resource extends { readonly id: string }>(
  what: string,
  resources: readonly Resource[],
  id: string,
): Resource => {
  const resource = resources.find((known) => known.id === id);
  if (!resource) throw notThere(what, id);
  return resource;
};
