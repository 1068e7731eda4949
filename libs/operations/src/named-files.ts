import type { Json, Recorded } from '@redress/contracts/event';

/**
 * The hashes of the files that an event names: what was attached to a task or an opinion, or recorded on a visit. What
 * somebody attached who signed is sealed, and not among them.
 */
export const filesNamedIn = ({ type, data }: Pick<Recorded, 'type' | 'data'>): readonly string[] => {
  if (type === 'EvidenceAttached') return data['file'] === undefined ? [] : hashesIn(data);
  return type === 'EntriesRecorded' || type === 'FileAttached' ? hashesIn(data) : [];
};

const hashesIn = (value: Json): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(hashesIn);
  return Object.entries(value).flatMap(([field, held]) =>
    field === 'sha256' && typeof held === 'string' ? [held] : hashesIn(held),
  );
};
