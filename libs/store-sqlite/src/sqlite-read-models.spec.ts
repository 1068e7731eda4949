import { afterEach } from '@jest/globals';
import { conforms } from '@redress/read-models/read-models.conformance';
import { newFolder } from './folders.examples.js';
import { SqliteReadModels } from './sqlite-read-models.js';

const files = new Map<unknown, string>();
const opened = (file: string): SqliteReadModels => {
  const models = new SqliteReadModels(file);
  files.set(models, file);
  return models;
};

conforms('SqliteReadModels', {
  open: () => opened(`${newFolder()}/models.sqlite`),
  another: (models) => opened(files.get(models) ?? ''),
});

afterEach(() => {
  for (const models of files.keys()) (models as SqliteReadModels).close();
  files.clear();
});
