import { v5 as uuidOf } from 'uuid';
import type { PostId, TopicId, UnitId } from '../values.js';
import type { TopicPath } from './topics.js';

// The organisation is known outside by its own codes. Its ids derive from them, so that whoever has the code has the
// id, on any machine, and an import that runs twice speaks of the same things. Never changed: ids are in the log. Ids of
// people derive from nothing: whoever has a list of roster numbers must not find out by it who is who in the log.
const UNITS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c01';
const POSTS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c02';
const TOPICS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c04';

export const unitIdOf = (code: string): UnitId => uuidOf(code, UNITS) as UnitId;

export const postIdOf = (code: string): PostId => uuidOf(code, POSTS) as PostId;

export const topicIdOf = ({ level1, level2, level3 }: TopicPath): TopicId =>
  uuidOf(JSON.stringify([level1, level2, level3].filter((level) => level !== undefined)), TOPICS) as TopicId;
