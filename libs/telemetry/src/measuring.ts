import type { Metrics } from './metrics.js';

let metrics: Metrics | undefined;

/** Undefined while nobody wants to know: then nothing is counted. */
export const measured = (): Metrics | undefined => metrics;

/** Loaded when it is wanted: it takes as long as a fifth of the start of a service. */
export const beginMeasuring = async (service: string): Promise<Metrics> => {
  const { Metrics } = await import('./metrics.js');
  return (metrics = new Metrics(service));
};
