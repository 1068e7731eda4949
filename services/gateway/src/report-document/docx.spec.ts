import { beforeAll, describe, expect, it } from '@jest/globals';
import { composed } from './compose.js';
import { docx } from './docx.js';
import { textOf } from './filled.js';
import { readingIn, report } from './reading.examples.js';
import { paragraphsIn, partsOf, unbalanced } from './unzipped.examples.js';

describe('a report as a Word document, opened again', () => {
  let parts: ReadonlyMap<string, string>;
  let body: string;
  beforeAll(async () => {
    parts = await partsOf(await docx(composed(await readingIn('zh'))));
    body = parts.get('word/document.xml') ?? '';
  });

  it('is a package of well-formed parts', () => {
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml']),
    );
    for (const [name, xml] of parts) expect([name, unbalanced(xml)]).toEqual([name, []]);
  });

  it('says all that the report says, whatever a unit is called', async () => {
    const written = paragraphsIn(body);
    const document = composed(await readingIn('zh'));
    for (const block of document.body)
      if (block.is === 'paragraph') {
        const marked = block.runs.map((run) =>
          run.source ? `${run.text}[${String(run.source)}]` : run.text,
        );
        expect(written).toContain(marked.join(''));
      } else if (block.is === 'heading') expect(written).toContain(block.text);
      else for (const [name] of block.table.rows) expect(written).toContain(textOf(name ?? []));
    expect(written).toEqual(
      expect.arrayContaining(['督查专报', report.number, report.title, '<script>alert("后勤处")</script>']),
    );
    expect(/<script|\u202E/.test(body)).toBe(false);
  });

  it('has its figures linked with the line of the annex that says where they come from', () => {
    const anchors = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    const bookmarks = new Set(
      [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name),
    );
    expect(anchors.length).toBeGreaterThan(50);
    for (const anchor of anchors) expect(bookmarks).toContain(anchor);
    expect(body.includes('0190a5c4-9999-7aaa-8aaa-000000000003')).toBe(true);
  });

  it('is A4, has the number of each page, and refers to nothing outside', () => {
    expect(/<w:pgSz [^>]*>/.exec(body)?.[0]).toContain('w:w="11906" w:h="16838"');
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect(footers.join('')).toContain('PAGE');
    for (const [name, xml] of parts)
      if (name.endsWith('.rels')) expect(xml).not.toMatch(/TargetMode="External"/);
    expect([...parts.keys()].join()).not.toMatch(/vbaProject|oleObject|embeddings/);
  });

  it('is stamped as long as it is not issued, in either language', async () => {
    for (const [language, stamp] of [
      ['zh', '草稿 未签署'],
      ['en', 'Draft, not signed by all'],
    ] as const) {
      const draft = await partsOf(await docx(composed(await readingIn(language, { status: 'drafted' }))));
      expect(paragraphsIn(draft.get('word/document.xml') ?? '')).toContain(stamp);
    }
    expect(paragraphsIn(body)).not.toContain('草稿 未签署');
  });
});
