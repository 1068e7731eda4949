import {
  noticePublished,
  noticeSkipped,
  objected,
  objectionDismissed,
  objectionUpheld,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  accepted,
  assigned,
  attached,
  attachedMore,
  closed,
  planned,
  rejected,
  reopened,
  reported,
  requested,
  requestedAgain,
  verified,
} from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { tasks } from './task.js';

// The way of the example, as far as each of its stations.
const toPlan = [assigned, accepted, planned] as const;
export const toEvidence = [...toPlan, reported, attached] as const;
export const toRequest = [...toEvidence, requested] as const;
export const toVerification = [...toRequest, verified] as const;
export const toNotice = [...toVerification, noticePublished] as const;
export const toClosing = [...toVerification, noticeSkipped, closed] as const;

const { given } = specFor(tasks);

export const unassigned = given();
export const justAssigned = given(assigned);
export const justAccepted = given(assigned, accepted);
export const justPlanned = given(...toPlan);
export const workedOn = given(...toEvidence);
export const withMoreEvidence = given(...toEvidence, attachedMore);
export const asked = given(...toRequest);
export const askedBeforeMoreEvidence = given(...toRequest, attachedMore);
export const askedAgain = given(...toRequest, requestedAgain);
export const sentBack = given(...toRequest, rejected);
export const confirmed = given(...toVerification);
export const confirmedThenAskedAgain = given(...toVerification, requestedAgain);
export const confirmedBeforeMoreEvidence = given(...toVerification, attachedMore);
export const leftUnshown = given(...toVerification, noticeSkipped);
export const onNotice = given(...toNotice);
export const objectedTo = given(...toNotice, objected);
export const objectionWasWrong = given(...toNotice, objected, objectionDismissed);
export const objectionWasRight = given(...toNotice, objected, objectionUpheld);
export const struckOff = given(...toClosing);
export const putBack = given(...toClosing, reopened);
