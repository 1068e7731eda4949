// Says now and then how far a batch has come.

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const EVERY = 100;

class Progress {
  #planned = 0;
  #tested = 0;

  onMutationTestingPlanReady({ mutantPlans }) {
    this.#planned = mutantPlans.length;
  }

  onMutantTested() {
    this.#tested += 1;
    if (this.#tested % EVERY === 0) console.log(`  … ${this.#tested} of ${this.#planned}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'now-and-then', Progress)];
