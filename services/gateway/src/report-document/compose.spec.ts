import { describe, expect, it } from '@jest/globals';
import { lead, supportingUnit } from '@redress/contracts/rectification/people.examples';
import { composed } from './compose.js';
import { textOf } from './filled.js';
import type { Block, ReportDocument } from './model.js';
import { numbers, readingIn, report } from './reading.examples.js';

const paragraphs = ({ body }: ReportDocument): readonly string[] =>
  body.flatMap((block) => (block.is === 'paragraph' ? [textOf(block.runs)] : []));
const tables = ({ body }: ReportDocument) =>
  body.flatMap((block) => (block.is === 'table' ? [block.table] : []));
const headings = ({ body }: ReportDocument): readonly string[] =>
  body.flatMap((block) => (block.is === 'heading' ? [block.text] : []));
const runsIn = (block: Block) => {
  if (block.is === 'paragraph') return block.runs;
  return block.is === 'table' ? block.table.rows.flat(2) : [];
};

describe('a report is printed', () => {
  it('in Chinese as such reports are laid out', async () => {
    const document = composed(await readingIn('zh'));
    expect(document).toMatchObject({
      masthead: '督查专报',
      number: report.number,
      issuer: report.issuer,
      date: '2026年3月20日',
      title: report.title,
      addressees: `报送：${report.addressees ?? ''}`,
      signatures: [
        { name: '赵敏', on: '2026年3月20日' },
        { name: '孙&立', on: '2026年3月20日' },
      ],
    });
    expect(document).not.toHaveProperty('stamp');
    expect(headings(document)).toEqual([
      '一、督查概况',
      '二、覆盖情况',
      '三、发现的主要问题',
      '（一）问题分布',
      '（二）典型问题',
      '四、经验做法',
      '五、限期整改情况',
      '六、回避情况',
      '七、总体评价',
      '八、下一步工作要求',
    ]);
    expect(paragraphs(document)).toEqual(
      expect.arrayContaining([
        '本轮督查覆盖全部单位。',
        '重点查看 <学习记录>。',
        '“第一轮督查”自2026年3月1日至2026年3月31日进行，督查范围为1个单位，其间增加2个、减少3个。',
        '应督查1个单位，已督查4个，未督查5个。开展自查的单位6个；督查后移出范围的单位7个。',
        '已交办限期整改28项，其中待立项29项。整改中30项，其中截至2026年3月20日逾期31项；已完成32项；复核后撤销33项。',
      ]),
    );
  });

  it('in English with the same figures', async () => {
    const [english, chinese] = [composed(await readingIn('en')), composed(await readingIn('zh'))];
    expect(headings(english)).toHaveLength(headings(chinese).length);
    expect(english.annex.sources.map(({ value, events }) => [value, events])).toEqual(
      chinese.annex.sources.map(({ value, events }) => [value, events]),
    );
    expect(paragraphs(english)).toContain(
      'Seen: 4 of 1 units; not seen: 5. 6 units checked themselves. 7 were seen and then taken out of the scope.',
    );
  });

  it('with a line in the annex for each figure, numbered as they come', async () => {
    const { body, annex } = composed(await readingIn('zh'));
    const runs = body.flatMap(runsIn);
    const order = [...new Set(runs.flatMap(({ source }) => source ?? []))];
    expect(order).toEqual(annex.sources.map(({ number }) => number));
    for (const { text, source } of runs)
      if (source !== undefined) expect(annex.sources[source - 1]?.value).toBe(text);
    // Every figure that there is, but the units that were seen: of those, how often is told in the figures.
    const shown = numbers.figures
      .filter(({ key }) => key !== 'unit-visits')
      .map(({ value }) => String(value));
    expect(annex.sources.map(({ value }) => value).toSorted()).toEqual(shown.toSorted());
  });

  it('with the units that nobody has seen, those with problems, examples and each override', async () => {
    const document = composed(await readingIn('zh'));
    expect(paragraphs(document).join()).toContain(
      '尚未督查的单位：\'=HYPERLINK("http://x","图书馆")、财务处',
    );
    const cells = tables(document).map(({ caption, rows }) => [caption, ...rows.flat().map(textOf)]);
    expect(cells).toContainEqual([
      '各单位不合格项和督查发现',
      '<script>alert("后勤处")</script>',
      '17',
      '21',
      '22',
      '财务处与"其他"',
      '–',
      '–',
      '23',
    ]);
    expect(cells).toContainEqual([
      '解除回避的决定',
      '孙&立',
      '<script>alert("后勤处")</script>',
      '2026-03-20至2026-05-31',
      'Nobody else knows the wiring',
    ]);
  });

  it('with a stamp unless it is issued, and without what nobody wrote yet', async () => {
    expect(composed(await readingIn('zh', { status: 'drafted' })).stamp).toBe('草稿 未签署');
    expect(composed(await readingIn('zh', { status: 'signed' })).stamp).toBe('已签署 未签发');
    const counted = composed(await readingIn('zh', 'counted'));
    expect(counted).toMatchObject({ stamp: '统计预览 未成稿', number: '未编号', signatures: [], issuer: '' });
    expect(headings(counted)).not.toContain('七、总体评价');
  });

  it('without the names that the reader may not know', async () => {
    const document = composed(await readingIn('zh', {}, lead));
    expect(document.signatures.map(({ name }) => name)).toEqual(['姓名从略', '姓名从略']);
    expect(JSON.stringify(document)).not.toContain('孙');
    expect(JSON.stringify(document)).not.toContain(supportingUnit);
  });
});
