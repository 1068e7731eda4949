import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composed } from './compose.js';
import { escaped, html } from './html.js';
import { readingIn } from './reading.examples.js';

describe('a report as a page', () => {
  it('has no tag that somebody wrote, whatever a unit is called', async () => {
    const page = html(composed(await readingIn('zh')));
    expect(page).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;后勤处&quot;)&lt;/script&gt;');
    expect(page).toContain('孙&amp;立');
    expect(page).not.toContain('\u202E');
  });

  it('fetches nothing', async () => {
    const page = html(composed(await readingIn('en')));
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|base|form)\b|\ssrc=|url\(|@import/i);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) {
      expect(href).toMatch(/^#source-\d+$/);
      expect(page).toContain(`id="${href.slice(1)}"`);
    }
  });

  it('is printed on A4, with the number of each page', async () => {
    const page = html(composed(await readingIn('zh')));
    expect(page).toMatch(/@page \{ size: A4; .*counter\(page\)/);
    expect(page).toContain('<html lang="zh-CN">');
    expect(html(composed(await readingIn('en')))).toContain('<html lang="en">');
  });

  it('never has a sign of a tag out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const safe = escaped(text).replaceAll('<br>', '');
        expect(safe).not.toMatch(/[<>"']/);
        expect(safe).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        expect(safe).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
