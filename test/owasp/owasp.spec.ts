import { afterAll, beforeAll } from '@jest/globals';
import { begin, end } from './world.js';

// One system for all: each file is named for one risk, and says what must become of each attack.
beforeAll(begin);
afterAll(end);

await import('./api01-broken-object-level-authorisation.js');
await import('./api02-broken-authentication.js');
await import('./api03-broken-object-property-level-authorisation.js');
await import('./api05-broken-function-level-authorisation.js');
await import('./api06-unrestricted-access-to-sensitive-business-flows.js');
await import('./api07-server-side-request-forgery.js');
await import('./api08-security-misconfiguration.js');
await import('./api09-improper-inventory-management.js');
await import('./api10-unsafe-consumption-of-apis.js');
await import('./injection.js');
// Last, since it uses up what all without a name share.
await import('./api04-unrestricted-resource-consumption.js');
