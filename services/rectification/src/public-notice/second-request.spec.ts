import { it } from '@jest/globals';
import {
  noticePublished,
  noticeSkipped,
  objected,
  objectionUpheld,
  publish,
  skip,
} from '@redress/contracts/rectification/aftermath.examples';
import { officer } from '@redress/contracts/rectification/people.examples';
import {
  askAgain,
  reopened,
  requestedAfresh,
  requestedAgain,
  returnBy,
  verified,
} from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { toClosing, toNotice } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { publishNotice, skipNotice } from './public-notice.js';

const { given } = specFor(tasks);
const anew = { entryId: askAgain.entryId };
const verifiedAnew = having(verified, anew);

it('a new request is shown, or not, by a decision of its own, though its words are those of the one before', () => {
  given(...toClosing, reopened, requestedAfresh, verifiedAnew)
    .when(skipNotice({ ...skip, ...anew }, officer, DEFAULT_POLICY))
    .yields(having(noticeSkipped, anew));
  const { unitName } = noticePublished.data;
  given(...toNotice, objected, objectionUpheld, requestedAgain, verifiedAnew)
    .when(publishNotice({ ...publish, ...anew }, officer, returnBy, unitName))
    .yields(having(noticePublished, anew));
});
