/** The names that RFC 7643 and 7644 give to schemas and messages. */
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
/** Ours: what a post is, besides who holds it. */
export const POST = 'urn:redress:params:scim:schemas:extension:1.0:Post';
export const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export const MEDIA_TYPE = 'application/scim+json';
export const AT = 'scim/v2';

/** How many resources a page has when nobody says, and at most. */
export const PAGE = { usual: 100, most: 200 } as const;
