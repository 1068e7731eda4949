/** Of the program, as `package.json` at the root says it. */
export const VERSION = '0.1.0';
