import type { EventSpan } from '@redress/contracts/inspection/report-numbers';
import { CSS } from './css.js';
import { readable } from './readable.js';
import type { Block, ReportDocument, Run, Runs, Source } from './model.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in attributes. */
export const escaped = (text: string): string =>
  readable(text)
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll('\n', '<br>');

/** One page for the screen and for the printer: nothing is fetched, nothing runs. */
export const html = (document: ReportDocument): string => {
  const { language, masthead, stamp, number, issuer, date, title, addressees, body, signatures } = document;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${CSS}</style></head><body><main>`,
    '<header>',
    stamp === undefined ? '' : `<p class="stamp">${escaped(stamp)}</p>`,
    `<p class="masthead">${escaped(masthead)}</p><p class="number">${escaped(number)}</p>`,
    `<p class="by"><span>${escaped(issuer)}</span><span>${escaped(date)}</span></p></header>`,
    `<h1>${escaped(title)}</h1>`,
    addressees === undefined ? '' : `<p class="to">${escaped(addressees)}</p>`,
    ...body.map(blockOf),
    signatures.length === 0
      ? ''
      : `<section class="signatures">${signatures.map(({ name, on }) => `<p>${escaped(name)}<span>${escaped(on)}</span></p>`).join('')}</section>`,
    annexOf(document),
    '</main></body></html>',
  ].join('');
};

const blockOf = (block: Block): string => {
  switch (block.is) {
    case 'heading': {
      const tag = block.level === 1 ? 'h2' : 'h3';
      return `<${tag}>${escaped(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${runsOf(block.runs)}</p>`;
    case 'table': {
      const { caption, head, rows, widths } = block.table;
      const columns = widths.map((width) => `<col style="width:${width.toFixed(1)}%">`).join('');
      const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${runsOf(cell)}</td>`).join('')}</tr>`);
      return `<table><caption>${escaped(caption)}</caption><colgroup>${columns}</colgroup>${headOf(head)}<tbody>${lines.join('')}</tbody></table>`;
    }
  }
};

const headOf = (head: readonly string[]): string =>
  `<thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead>`;

const runsOf = (runs: Runs): string => runs.map(runOf).join('');

const runOf = ({ text, source }: Run): string => {
  if (source === undefined) return escaped(text);
  const number = String(source);
  return `<b>${escaped(text)}</b><sup><a href="#source-${number}">[${number}]</a></sup>`;
};

const annexOf = ({ annex }: ReportDocument): string =>
  [
    `<section class="annex"><h2>${escaped(annex.title)}</h2>`,
    ...annex.about.map((text) => `<p>${escaped(text)}</p>`),
    `<table>${headOf(annex.head)}<tbody>`,
    ...annex.sources.map(sourceOf),
    '</tbody></table></section>',
  ].join('');

const sourceOf = ({ number, what, value, events }: Source): string => {
  const cells = [String(number), what, value, String(events.count), ...stretchOf(events)];
  return `<tr id="source-${String(number)}">${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
};

/** The positions, and the types with the first and the last event. */
export const stretchOf = ({ from, to, types, first, last }: EventSpan): readonly [string, string] => [
  from === to ? from : `${from} – ${to}`,
  [types.join(', '), ...new Set([first, last].filter((id) => id !== undefined))]
    .filter((one) => one !== '')
    .join('\n'),
];
