import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, linkSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/sources.js';

/** The account of the images. */
const ACCOUNT = 1000;

/**
 * What an engine for containers does with the root of an image: /proc and /dev are put in, /data and /tmp may be written,
 * nothing else may, and there is no way out. Only the superuser can; who is not runs the same folder as it lies there.
 */
const CONFINED = `set -e
PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$1; shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$root/data" "$root/data"
mount -o remount,ro,bind "$root"
mount -t tmpfs tmpfs "$root/tmp"
chroot=$(command -v chroot)
export PATH=/usr/local/bin
exec "$chroot" --userspec=${String(ACCOUNT)}:${String(ACCOUNT)} "$root" "$@"`;

export const mayConfine =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '--bind', '/tmp', '/tmp']).status === 0;

/** Why a spec that needs such a root is skipped. */
export const NOT_CONFINED = 'this account may not give a program a root and a mount of its own';

const said = (script: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'deploy/images', script), ...args], { encoding: 'utf8' });

/** How a container of the image begins: the words of ENTRYPOINT. */
export const entrypointOf = (dockerfile: string): readonly string[] =>
  JSON.parse(
    /^ENTRYPOINT (.*)$/m.exec(readFileSync(join(ROOT, dockerfile), 'utf8'))?.[1] ?? '',
  ) as readonly string[];

export const entrypoint = entrypointOf('deploy/images/Dockerfile');

/** Puts together, as the Dockerfile does it, the images of services, each in a folder of its name. */
export const imagesIn = (
  folder: string,
  services: readonly string[],
  /** Of which only the runtime is wanted. */
  empty: readonly string[] = [],
): ReadonlyMap<string, Image> => {
  const runtime = join(folder, 'runtime');
  said('runtime.mjs', runtime);
  const images = [...services, ...empty].map((name) => new Image(name, join(folder, name)));
  for (const { root } of images) {
    for (const path of ['proc', 'dev', 'run', 'data', ...globSync('**', { cwd: runtime })]) {
      const [from, to] = [join(runtime, path), join(root, path)];
      if (lstatSync(from, { throwIfNoEntry: false })?.isFile()) linkSync(from, to);
      else mkdirSync(to, { recursive: true });
    }
    if (mayConfine) chownSync(join(root, 'data'), ACCOUNT, ACCOUNT);
  }
  const full = images.filter(({ name }) => services.includes(name));
  said('bundle.mjs', ...full.flatMap(({ name, root }) => [name, join(root, 'redress')]));
  return new Map(images.map((image) => [image.name, image]));
};

/** The root of a container, and the processes in it. */
export class Image {
  private readonly processes: Running[] = [];

  constructor(
    readonly name: string,
    readonly root: string,
  ) {}

  /** Runs a program of the image with nothing but these variables, as the account, with nothing else in sight. */
  run([program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Running {
    const path = program === 'node' ? '/usr/local/bin/node' : program;
    const command = mayConfine
      ? ['/usr/bin/unshare', '--mount', '/bin/sh', '-c', CONFINED, 'sh', this.root, path, ...args]
      : [this.inside(path), ...args.map((arg) => (arg.startsWith('/') ? this.inside(arg) : arg))];
    const running = new Running(command, env);
    this.processes.push(running);
    return running;
  }

  /** What a path of the image is for those who run in it. */
  inside(path: string): string {
    return mayConfine ? path : join(this.root, path);
  }

  /** All that is in it, in bytes. */
  get bytes(): number {
    return globSync('{etc,lib*,usr,redress}/**', { cwd: this.root })
      .map((path) => lstatSync(join(this.root, path)))
      .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.stop()));
  }
}

/** A process, all that it has said, and how it ended. */
export class Running {
  said = '';
  readonly ended: Promise<number | string>;
  private readonly child: ChildProcess;

  constructor([program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(program, args, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.said += text.toString()));
    this.ended = once(this.child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) this.child.kill('SIGTERM');
    await this.ended;
  }
}
