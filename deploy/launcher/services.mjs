/** What runs, each as a process of its own; the gateway comes last. */
export const SERVICES = [
  'directory',
  'identity',
  'intake',
  'rectification',
  'inspection',
  'audit',
  'gateway',
];
