const BELOW = '/api/docs/';

/** What the page at /api/docs is made of. Beside these lies the whole package that they come from. */
const FILES = [
  '',
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'swagger-ui-standalone-preset.js',
  'swagger-ui-init.js',
  'favicon-16x16.png',
  'favicon-32x32.png',
];

/** Whether an address is below that page and none of its own. */
export const isNoneOfTheDocs = (url: string): boolean => {
  const path = url.split('?')[0] ?? '';
  return path.startsWith(BELOW) && !FILES.includes(path.slice(BELOW.length));
};
