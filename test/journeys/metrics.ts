import { createServer, type Server } from 'node:net';
import { once } from 'node:events';

/** In the order in which the launcher gives them ports. */
export const PROCESSES = [
  'directory',
  'identity',
  'intake',
  'rectification',
  'inspection',
  'audit',
  'gateway',
];

export const metricsAt = async (port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();

/** All samples of a metric, or of one whose labels hold these texts, added up; undefined when there is none. */
export const sumOf = (metrics: string, name: string, ...labels: readonly string[]): number | undefined => {
  const samples = metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
    .map((line) => Number(line.slice(line.lastIndexOf(' '))));
  return samples.length > 0 ? samples.reduce((sum, one) => sum + one, 0) : undefined;
};

const listening = async (port: number): Promise<Server | undefined> => {
  const server = createServer().listen(port, '127.0.0.1');
  const isThere = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  return isThere ? server : undefined;
};

/** The first of so many ports that are free, one after another. */
export const portsInARow = async (count: number): Promise<number> => {
  for (let tried = 0; tried < 50; tried += 1) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const taken = await Promise.all(Array.from({ length: count }, (_, index) => listening(first + index)));
    for (const server of taken) server?.close();
    if (taken.every((server) => server !== undefined)) return first;
  }
  throw new Error('no ports are free');
};
