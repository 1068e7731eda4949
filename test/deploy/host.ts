import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from '@jest/globals';
import { ROOT } from '../architecture/sources.js';
import { type Compose, type Mount, type Service, withVariables } from './compose.js';
import { entrypointOf, type Image, type Running } from './image.js';

/**
 * Does with a compose file what an engine for containers does, as far as it goes without one: what a service is given as
 * environment, secrets, configs and folders is there, and nothing else is; names of other services lead to them. Each
 * container is at an address of its own that leads back to this machine, since there is no network between them.
 */
export class Host {
  private readonly addresses: ReadonlyMap<string, string>;

  constructor(
    readonly compose: Compose,
    /** What stands in the shell or in .env. */
    private readonly shell: Readonly<Record<string, string>>,
  ) {
    const net = `127.${String(1 + Math.floor(Math.random() * 250))}.${String(Math.floor(Math.random() * 250))}`;
    const names = Object.keys(compose.services);
    this.addresses = new Map(names.map((name, at) => [name, `${net}.${String(at + 2)}`]));
  }

  addressOf(name: string): string {
    return this.addresses.get(name) ?? '';
  }

  /** What the service of this name is given, in the root of its image; and its environment. */
  prepare(name: string, image: Image): Record<string, string> {
    const service = this.compose.services[name];
    if (!service) throw new Error(`there is no ${name}`);
    for (const kind of ['secrets', 'configs'] as const)
      for (const mount of service[kind] ?? []) this.put(kind, mount, image);
    for (const volume of service.volumes ?? []) {
      const [source = '', target = ''] = withVariables(volume, this.shell).split(':');
      if (/^[./]/.test(source)) cpSync(resolve(ROOT, source), join(image.root, target), { recursive: true });
    }
    const hosts = [...this.addresses].map(([host, address]) => `${address} ${host}\n`);
    writeFileSync(join(image.root, 'etc', 'hosts'), hosts.join(''));
    return this.environmentOf(service);
  }

  /** Starts it as compose would; `otherwise` is what cannot be the same without a network. */
  start(name: string, image: Image, otherwise: Readonly<Record<string, string>> = {}): Running {
    const { build, command = [], entrypoint } = this.compose.services[name] ?? {};
    const begin = entrypoint ?? entrypointOf(build?.dockerfile ?? '');
    return image.run([...begin, ...command], { ...this.prepare(name, image), ...otherwise });
  }

  /**
   * Starts it, again whenever it ends if it is to be, and returns once its check says that it is healthy.
   * @throws Error with all that it said, when it is not in time.
   */
  async up(
    name: string,
    image: Image,
    otherwise: Readonly<Record<string, string>>,
    withinMs: number,
  ): Promise<void> {
    const deadline = Date.now() + withinMs;
    const said: string[] = [];
    let running = this.start(name, image, otherwise);
    while ((await this.check(name, image, otherwise).ended) !== 0) {
      if (Date.now() > deadline)
        throw new Error(`${name} is not healthy; it said:\n${[...said, running.said].join('\n')}`);
      if (!running.hasEnded) continue;
      expect(this.compose.services[name]?.restart).toBe('unless-stopped');
      said.push(running.said);
      running = this.start(name, image, otherwise);
    }
  }

  check(name: string, image: Image, otherwise: Readonly<Record<string, string>> = {}): Running {
    const service = this.compose.services[name];
    const [, ...test] = service?.healthcheck?.test ?? [];
    return image.run(test, { ...(service ? this.environmentOf(service) : {}), ...otherwise });
  }

  private environmentOf({ environment = {} }: Service): Record<string, string> {
    const image = { NODE_ENV: 'production', REDRESS_DATA: '/data' };
    const given = Object.entries(environment).flatMap(([variable, value]) => {
      const set = value === null ? this.shell[variable] : withVariables(value, this.shell);
      return set === undefined ? [] : [[variable, set] as const];
    });
    return { ...image, ...Object.fromEntries(given) };
  }

  private put(kind: 'secrets' | 'configs', mount: string | Mount, image: Image): void {
    const { source, target = source } = typeof mount === 'string' ? { source: mount } : mount;
    const file = resolve(ROOT, withVariables(this.compose[kind][source]?.file ?? '', this.shell));
    const path = join(image.root, target.startsWith('/') ? target : join('/run/secrets', target));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readFileSync(file));
    chmodSync(path, 0o444);
  }
}
