// Makes one replica set of the servers in MONGODB_MEMBERS, and an account for each service whose connection string lies in
// /run/secrets, which may use the database of that service and no other. Run again, it changes only what differs.
// It runs beside the first server, as which it counts: before there is an account, a server listens to its own machine alone.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from './mongodb.mjs';
import { setUp } from './mongodb-set.mjs';

const SECRETS = process.env.MONGODB_SECRETS ?? '/run/secrets';
const SERVER = process.env.MONGODB_SERVER ?? '127.0.0.1:27017';

const textOf = (name) => readFileSync(join(SECRETS, name), 'utf8').trim();

const accounts = readdirSync(SECRETS)
  .map((name) => /^mongodb-(\w+)-url$/.exec(name))
  .filter((found) => found !== null)
  .map(([file, service]) => {
    const { username, password } = new URL(textOf(file));
    return { service, username, password };
  });

const connect = (auth) =>
  MongoClient.connect(`mongodb://${SERVER}/?directConnection=true`, {
    serverSelectionTimeoutMS: 30_000,
    ...(auth ? { auth, authSource: 'admin' } : {}),
  });

await setUp({
  connect,
  root: { username: 'root', password: textOf('mongodb-root') },
  members: process.env.MONGODB_MEMBERS.split(','),
  prefix: process.env.MONGODB_PREFIX ?? 'redress',
  accounts,
  say: (line) => console.log(line),
});
