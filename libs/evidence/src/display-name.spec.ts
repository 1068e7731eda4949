import { describe, expect, it } from '@jest/globals';
import { parse } from 'content-disposition';
import fc from 'fast-check';
import { sha256Of } from './bytes.examples.js';
import { displayName } from './display-name.js';
import { type Kind, KINDS } from './kinds.js';
import { responseHeaders } from './response-headers.js';

const kinds = Object.keys(KINDS) as Kind[];
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('a/b\\c.pdf', '\u202efdp.exe', 'con', ' . ', 'a'.repeat(500)),
);

describe('the name that is shown', () => {
  it.each<readonly [name: string, kind: Kind, shown: string]>([
    ['整改报告.pdf', 'pdf', '整改报告.pdf'],
    ['Photo.JPEG', 'jpeg', 'Photo.jpeg'],
    ['rows.csv', 'text', 'rows.csv'],
    ['photo.png', 'jpeg', 'photo.png.jpg'],
    ['invoice.exe', 'pdf', 'invoice.exe.pdf'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['C:\\Users\\a\\plan.docx', 'docx', 'plan.docx'],
    ['invoice\u202efdp.exe', 'pdf', 'invoicefdp.exe.pdf'],
    ['a\u0000b\u001b[2J\r\nc\u200b.txt', 'text', 'ab[2J c.txt'],
    ['a\t\u0000\tb.txt', 'text', 'a b.txt'],
    ['e\u200b\u0301.txt', 'text', 'é.txt'],
    ['a<b>:"c"|?*.txt', 'text', 'a_b___c____.txt'],
    [' .hidden. .txt', 'text', 'hidden.txt'],
    ['con.txt', 'text', '_con.txt'],
    ['LPT1', 'pdf', '_LPT1.pdf'],
    ['', 'png', 'file.png'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    ['e\u0301.txt', 'text', 'é.txt'],
    ['\ud800a.txt', 'text', 'a.txt'],
    [`${'😀'.repeat(80)}.txt`, 'text', `${'😀'.repeat(58)}.txt`],
  ])('of %j as %s is %j', (name, kind, shown) => {
    expect(displayName(name, kind)).toBe(shown);
  });

  it('is short, on one line, without a path and without what is not seen, whatever it was', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...kinds), (name, kind) => {
        const shown = displayName(name, kind);
        expect(shown.length).toBeLessThanOrEqual(120);
        expect(shown).toMatch(/^[^\p{C}\p{Zl}\p{Zp}/\\<>:"|?*]+$/u);
        expect(shown).not.toMatch(/^[. ]|[. ]\.\w+$/);
        expect(KINDS[kind].extensions.some((ending) => shown.endsWith(`.${ending}`))).toBe(true);
        expect(displayName(shown, kind)).toBe(shown);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what a file is served with', () => {
  const stored = { sha256: sha256Of(Buffer.from('x')), size: 1, kind: 'text' } as const;

  it('makes a browser save it and nothing else', () => {
    expect(responseHeaders(stored, 'a.txt')).toEqual({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '1',
      'content-disposition': 'attachment; filename=a.txt',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag: `"${stored.sha256}"`,
    });
  });

  it('says its name in any script', () => {
    expect(responseHeaders(stored, '报告.pdf')['content-disposition']).toBe(
      `attachment; filename="??.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`,
    );
    fc.assert(
      fc.property(anyName, fc.constantFrom(...kinds), (name, kind) => {
        const shown = displayName(name, kind);
        const header = responseHeaders(stored, shown)['content-disposition'] ?? '';
        expect(header).toMatch(/^attachment; [\x20-\x7e\xa0-\xff]+$/);
        expect(parse(header).parameters['filename']).toBe(shown);
      }),
    );
  });
});
