// What of a projection is no rule: where its rows are kept, and how fast they are found. `npm run bench` measures that.

import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const LEFT_OUT = ['name', 'indexes', 'held'];
const keyOf = ({ key }) => key?.name;

const leftOut = {
  shouldIgnore: (path) => {
    if (!path.isObjectProperty() || !LEFT_OUT.includes(keyOf(path.node))) return undefined;
    const beside = path.parent.properties.map(keyOf);
    const isOfProjection = ['of', 'on', 'indexes'].every((key) => beside.includes(key));
    return isOfProjection ? 'no rule of a projection' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'left-out', leftOut)];
