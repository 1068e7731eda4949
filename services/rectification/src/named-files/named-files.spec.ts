import { expect, it } from '@jest/globals';
import { attachedFile, attachFile } from '@redress/contracts/rectification/evidence.examples';
import {
  assigned,
  closed,
  reopened,
  requested,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { namedFiles } from './named-files.js';

const named = { id: attachFile.file.sha256, taskId };

it('has every file that was attached, and keeps it whatever becomes of the task', () => {
  expect(rowsAfter(namedFiles, assigned)).toEqual([]);
  expect(rowsAfter(namedFiles, assigned, attachedFile)).toEqual([named]);
  expect(rowsAfter(namedFiles, assigned, attachedFile, requested, closed, reopened)).toEqual([named]);
});
