export default { projects: ['<rootDir>/services/*', '<rootDir>/libs/*', '<rootDir>/test'] };
