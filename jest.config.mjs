import preset from './jest.preset.mjs';

export default {
  projects: ['<rootDir>/services/*', '<rootDir>/libs/*', '<rootDir>/test'],
  reporters: ['default', '<rootDir>/test/conformance/table.mjs'],
  testTimeout: preset.testTimeout, // of all projects together; jest does not take it from one
};
