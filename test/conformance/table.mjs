import { basename } from 'node:path';

/** Prints, at the end of a run with suites of conformance in it, which ran on what, and why the others did not. */
export default class ConformanceTable {
  onRunComplete(_, { testResults }) {
    const rows = new Map();
    for (const { testFilePath, testResults: tests } of testResults)
      for (const { ancestorTitles, title, status } of tests) {
        if (!isConformance(testFilePath) || ancestorTitles.length === 0) continue;
        const row = rows.get(ancestorTitles[0]) ?? { passed: 0, failed: 0, why: '' };
        rows.set(ancestorTitles[0], row);
        if (status === 'passed') row.passed += 1;
        else if (status === 'failed') row.failed += 1;
        else row.why = title;
      }
    if (rows.size === 0) return;
    const width = Math.max(...[...rows.keys()].map((name) => name.length));
    const lines = [...rows].map(([name, row]) => `  ${name.padEnd(width)}  ${saying(row)}`);
    process.stderr.write(`\nWhat ran on what:\n${lines.toSorted().join('\n')}\n`);
  }
}

const isConformance = (path) =>
  path.includes('/test/conformance/') || /^(in-memory|sqlite|folder)-/.test(basename(path));

const saying = ({ passed, failed, why }) =>
  why && passed + failed === 0 ? why : `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}`;
