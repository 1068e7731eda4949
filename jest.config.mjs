import preset from './jest.preset.mjs';

export default {
  projects: ['<rootDir>/services/*', '<rootDir>/libs/*', '<rootDir>/test'],
  testTimeout: preset.testTimeout, // of all projects together; jest does not take it from one
  // What a spec has loaded as ES modules is never given back. Workers, of which there are two on a machine of any size,
  // begin anew when they have grown; one alone would be this process itself, which would grow until it fails.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
