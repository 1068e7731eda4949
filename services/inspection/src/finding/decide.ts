import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { Decision } from '@redress/eventsourcing/decision';
import type { Finding } from './finding.js';

/** What a rule makes of a finding. */
export type Decide = (finding: Finding) => Decision<FindingEvent, FindingRejection>;
