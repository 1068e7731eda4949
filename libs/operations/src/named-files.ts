import type { Json, Recorded } from '@redress/contracts/event';

/** The hashes of the files that an event names: what was attached to a task, or recorded on a visit. */
export const filesNamedIn = ({ type, data }: Pick<Recorded, 'type' | 'data'>): readonly string[] => {
  if (type === 'EvidenceAttached') return data['file'] === undefined ? [] : hashesIn(data);
  return type === 'EntriesRecorded' ? hashesIn(data) : [];
};

const hashesIn = (value: Json): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(hashesIn);
  return Object.entries(value).flatMap(([field, held]) =>
    field === 'sha256' && typeof held === 'string' ? [held] : hashesIn(held),
  );
};
