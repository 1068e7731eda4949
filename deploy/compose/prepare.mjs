// Makes what is secret of an installation with docker compose, each in a file of its own; what is there already stays:
//   node deploy/compose/prepare.mjs FOLDER          in a container of its own: deploy/compose/prepare.sh
// The files may be read by every account, since a container reads them as another one; the folder is for its owner alone.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSeed, publicKeyOf } from '../broker/keys.mjs';
import { RIGHTS } from '../broker/rights.mjs';
import { newAuthority, newCertificate } from './certificates.mjs';

const SERVICES = Object.keys(RIGHTS);
/** Those that keep something in the engines; the gateway keeps files. */
const KEEPING = SERVICES.filter((name) => name !== 'gateway');
/** One server and, in a cluster, two more of its kind. */
const THREE = (name) => [name, `${name}-2`, `${name}-3`];
const CA_FILE = '/etc/redress/kurrentdb-ca.crt';

const folder = process.argv[2] ?? '/secrets';
mkdirSync(folder, { recursive: true });
const made = [];

const pathOf = (name) => join(folder, name);
const textOf = (name) => readFileSync(pathOf(name), 'utf8').trim();

/** Writes a file unless it is there. */
const keep = (name, make, mode = 0o444) => {
  if (existsSync(pathOf(name))) return;
  writeFileSync(pathOf(name), `${make()}\n`, { mode });
  made.push(name);
};

/** What follows from others is written anew each time. */
const write = (name, text) => {
  if (existsSync(pathOf(name)) && textOf(name) === text) return;
  writeFileSync(pathOf(`${name}.new`), `${text}\n`, { mode: 0o444 });
  renameSync(pathOf(`${name}.new`), pathOf(name));
  made.push(name);
};

const password = () => randomBytes(32).toString('base64url');

keep('master.key', () => `${randomBytes(8).toString('hex')} ${randomBytes(32).toString('base64')}`);
keep('receipt.secret', password);
keep('identity.key', password);

for (const name of SERVICES) keep(`nats-${name}.nk`, newSeed);
const publicKeys = SERVICES.map((name) => [name, publicKeyOf(textOf(`nats-${name}.nk`))]);
write(
  'nats-keys.conf',
  publicKeys.map(([name, key]) => `${name}_key: ${key}\n${name}_inbox: "_INBOX.${key}.>"`).join('\n'),
);
keep('nats-route', password);
const routes = THREE('nats').map((host) => `"nats://route:${textOf('nats-route')}@${host}:6222"`);
write('nats-routes.conf', `route_password: "${textOf('nats-route')}"\nroute_urls: [${routes.join(', ')}]`);

keep('kurrentdb-admin', password);
keep('kurrentdb-ops', password);
if (!existsSync(pathOf('kurrentdb-ca.crt'))) {
  const { key, certificate } = await newAuthority('Redress');
  keep('kurrentdb-ca.key', () => key, 0o400);
  keep('kurrentdb-ca.crt', () => certificate);
}
if (!existsSync(pathOf('kurrentdb-node.crt'))) {
  const authority = { key: textOf('kurrentdb-ca.key'), certificate: textOf('kurrentdb-ca.crt') };
  // Under this name the servers of a cluster know each other.
  const names = [...THREE('kurrentdb'), 'localhost'];
  const { key, certificate } = await newCertificate('eventstoredb-node', names, authority);
  keep('kurrentdb-node.key', () => key);
  keep('kurrentdb-node.crt', () => certificate);
}
const kurrent = (scheme, host) =>
  `${scheme}://admin:${textOf('kurrentdb-admin')}@${host}?tls=true&tlsCAFile=${CA_FILE}`;
write('kurrentdb.url', kurrent('kurrentdb', 'kurrentdb:2113'));
const seeds = THREE('kurrentdb').map((host) => `${host}:2113`);
write('kurrentdb-cluster.url', `${kurrent('kurrentdb', seeds.join(','))}&nodePreference=leader`);

keep('mongodb-keyfile', () => randomBytes(756).toString('base64'));
keep('mongodb-root', password);
for (const name of KEEPING) {
  keep(`mongodb-${name}.url`, () => mongo(name, password(), ['mongodb']));
  const { password: own } = new URL(textOf(`mongodb-${name}.url`));
  write(`mongodb-${name}-cluster.url`, mongo(name, own, THREE('mongodb')));
}

function mongo(name, own, hosts) {
  const members = hosts.map((host) => `${host}:27017`).join(',');
  return `mongodb://redress-${name}:${own}@${members}/?replicaSet=rs0&authSource=admin`;
}

mkdirSync(pathOf('providers'), { recursive: true, mode: 0o755 });
keep('providers/providers.json', () => '[]');
keep('grafana-admin', password);

console.log(made.length > 0 ? `Made ${made.join(', ')}.` : 'All is there; nothing was changed.');
