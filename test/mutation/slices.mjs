// What can be changed, and what may notice it.

import { readdirSync, readFileSync } from 'node:fs';

/** Where rules and folds are: of a service each folder is a slice, a lib is one. */
export const PROJECTS = [
  'services/rectification',
  'services/inspection',
  'services/intake',
  'services/directory',
  'libs/eventsourcing',
  'libs/calendar',
];

/** The language of specs is no rule. */
const isMutable = (name) => /^[a-z-]+\.ts$/.test(name) && name !== 'spec.ts';

/** The walks of a model notice nearly everything, and would hide a rule that has no spec of its own. */
const isSpec = (name) => name.endsWith('.spec.ts') && !name.endsWith('.model.spec.ts');

const filesIn = (folder, isWanted) =>
  readdirSync(folder)
    .filter(isWanted)
    .map((name) => `${folder}/${name}`);

const foldersIn = (project) =>
  readdirSync(`${project}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Folders of which such files import from this one. */
const standingOn = (project, folder, isWanted) =>
  foldersIn(project).filter(
    (other) =>
      other !== folder &&
      filesIn(`${project}/src/${other}`, isWanted).some((file) =>
        readFileSync(file, 'utf8').includes(`from '../${folder}/`),
      ),
  );

const isEntrance = (name) => /\.(handler|reaction|timer)\.ts$/.test(name);
const holds = (project, folder, isWanted) => filesIn(`${project}/src/${folder}`, isWanted).length > 0;

/**
 * What is beside a rule must notice it, or a table of states. What has no entrance of its own and carries several
 * rules, such as the fold of a task, is proved by the specs of those; so is what has no spec of its own.
 */
const specFoldersOf = (project, folder) => {
  const own = [folder, 'state-tables'];
  if (holds(project, folder, isEntrance)) return own;
  const carried = standingOn(project, folder, isMutable);
  if (carried.length > 2) return [...own, ...carried];
  return holds(project, folder, isSpec)
    ? own
    : [...own, ...standingOn(project, folder, (name) => isMutable(name) || isEntrance(name))];
};

const sliceOf = (project, folder) => ({
  name: `${project.slice('services/'.length)}/${folder}`,
  project,
  mutate: filesIn(`${project}/src/${folder}`, isMutable),
  specs: specFoldersOf(project, folder)
    .filter((name) => foldersIn(project).includes(name))
    .flatMap((name) => filesIn(`${project}/src/${name}`, isSpec)),
});

const lib = (project) => ({
  name: project,
  project,
  mutate: filesIn(`${project}/src`, isMutable),
  specs: filesIn(`${project}/src`, isSpec),
});

export const slices = () =>
  PROJECTS.flatMap((project) =>
    project.startsWith('libs/')
      ? [lib(project)]
      : foldersIn(project).map((folder) => sliceOf(project, folder)),
  ).filter(({ mutate }) => mutate.length > 0);

/** `close-task`, `inspection/plan-visit`, `inspection`, `libs/calendar`; without a name, all. */
export const namedBy = (all, names) => {
  const meets = (slice, name) =>
    [slice.name, slice.name.split('/')[0], slice.name.split('/')[1]].includes(name);
  const unknown = names.filter((name) => !all.some((slice) => meets(slice, name)));
  if (unknown.length > 0) throw new Error(`no such slice: ${unknown.join(', ')}`);
  return all.filter((slice) => names.length === 0 || names.some((name) => meets(slice, name)));
};

/** Some slices of a project at a time: what they load is loaded once, and what was found is kept after each batch. */
export const inBatches = (all) =>
  [...Map.groupBy(all, ({ project }) => project).values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / BATCH) }, (_, at) => own.slice(at * BATCH, (at + 1) * BATCH)),
  );

const BATCH = 8;
