import { v5 as uuidOf } from 'uuid';
import type { PersonId, PostId, UnitId } from '../values.js';

// The organisation is known outside by its own codes. Its ids derive from them, so that whoever has the code has the
// id, on any machine, and an import that runs twice speaks of the same things. Never changed: ids are in the log.
const UNITS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c01';
const POSTS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c02';
const PEOPLE = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c03';

export const unitIdOf = (code: string): UnitId => uuidOf(code, UNITS) as UnitId;

export const postIdOf = (code: string): PostId => uuidOf(code, POSTS) as PostId;

export const personIdOf = (rosterNumber: string): PersonId => uuidOf(rosterNumber, PEOPLE) as PersonId;
