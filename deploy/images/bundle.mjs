// What goes into the image of one service, beside Node:
//   node deploy/images/bundle.mjs SERVICE FOLDER
// One program of all that it uses, from what was built; as packages only what is no JavaScript. Nothing else is copied,
// so that the folder alone must do: test/deploy starts each service from such a folder.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { SERVICES } from '../launcher/services.mjs';
import { forgetTimes } from './forget-times.mjs';
import { copyFiles, copyPackage } from './packages.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Packages with code for this machine; they stay packages, and are copied where the program asks for them. */
export const NATIVE = ['@kurrent/bridge', '@node-rs/argon2', 'sharp'];

/** Of packages whose files are sent to browsers, those files; what asks where they lie comes with them. */
const SWAGGER = {
  'swagger-ui-dist':
    /^(absolute-path\.js|favicon.*|index\.css|package\.json|swagger-ui(-bundle|-standalone-preset)?\.(css|js))$/,
};
const SERVED = { gateway: SWAGGER, embedded: SWAGGER };

/** What libraries load only when one configures what we do not. Anything else that is missing ends the bundling. */
const NEVER_LOADED = [
  ...['@fastify/multipart', '@fastify/view', '@nestjs/platform-express'],
  ...['@nestjs/websockets/socket-module', '@nestjs/websockets/socket-module.js'],
  ...['amqp-connection-manager', 'class-transformer/storage', 'ioredis', 'kafkajs', 'mqtt'],
  ...['@aws-sdk/credential-providers', '@mongodb-js/zstd', 'gcp-metadata', 'kerberos'],
  ...['mongodb-client-encryption', 'snappy', 'socks'],
];

const OF_A_SERVICE = (service) => `services/${service}/dist/main.js`;

/** What is no service of its own. */
const PROGRAMS = {
  prepare: { main: 'deploy/compose/prepare.mjs' },
  'mongodb-set-up': { main: 'deploy/compose/mongodb-set-up.mjs' },
  // What operators do to the data is done where the data and the programs are: the command line is in it.
  embedded: {
    launcher: 'deploy/images/embedded.mjs',
    cli: OF_A_SERVICE('cli'),
    ...Object.fromEntries(SERVICES.map((name) => [name, OF_A_SERVICE(name)])),
  },
};

const entriesOf = (service) => PROGRAMS[service] ?? { main: OF_A_SERVICE(service) };

/**
 * @param {string} service a folder of `services`
 * @param {string} folder is made when it is not there
 * @returns {Promise<readonly string[]>} the packages that were copied beside the program
 */
export const bundle = async (service, folder) => {
  const copied = new Set();
  const program = await rolldown({
    cwd: ROOT,
    input: { ...entriesOf(service), healthy: 'deploy/images/healthy.mjs' },
    platform: 'node',
    plugins: [requiredInPlace],
    external: (id) => {
      if (NATIVE.includes(id)) copied.add(id);
      return NATIVE.includes(id) || NEVER_LOADED.includes(id);
    },
    onLog: (level, log) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (level === 'warn' && !TOLERATED.has(log.code)) console.warn(log.message);
    },
  });
  // Names of classes stand in logs and in the description of the interface: two of one name must both keep it.
  await program.write({ dir: folder, format: 'esm', keepNames: true, chunkFileNames: '[name]-[hash].js' });
  await program.close();
  for (const name of copied) copyPackage(ROOT, name, folder);
  for (const [name, files] of Object.entries(SERVED[service] ?? {})) copyFiles(ROOT, name, files, folder);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: service, type: 'module' })}\n`);
  cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  forgetTimes(folder);
  return [...copied].toSorted();
};

/** Nest asks for some packages at run time, in a way that a bundler leaves as it is. */
const requiredInPlace = {
  name: 'required-in-place',
  transform: {
    filter: { id: /@nestjs.(microservices|mapped-types)/ },
    handler: (code) =>
      code
        .replaceAll(/createRequire\(import\.meta\.url\)\(('@nats-io\/[^']+')\)/g, 'require($1)')
        .replace(/^const require = createRequire\(import\.meta\.url\);$/m, ''),
  },
};

/** Of libraries, not of ours: `eval` in protobuf, comments that say what is pure in odd places. */
const TOLERATED = new Set(['EVAL', 'INVALID_ANNOTATION', 'COMMONJS_VARIABLE_IN_ESM']);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  if (wanted.length === 0 || wanted.length % 2 === 1) {
    console.error('Name a service and a folder: node deploy/images/bundle.mjs SERVICE FOLDER');
    process.exit(2);
  }
  for (let at = 0; at < wanted.length; at += 2) {
    const [service, folder] = wanted.slice(at);
    mkdirSync(folder, { recursive: true });
    const packages = await bundle(service, folder);
    console.log(`${service} is in ${folder}, with ${packages.join(', ') || 'no packages'} beside it`);
  }
}
