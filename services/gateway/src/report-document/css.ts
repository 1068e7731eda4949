/** How the page looks on the screen, and printed on A4 with the margins that official documents have. */
export const CSS = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font-size: 12pt; } }
* { box-sizing: border-box; }
html { font: 14pt/1.75 FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", "Times New Roman", serif; color: #000; }
body { margin: 0; background: #eee; }
main { max-width: 210mm; margin: 8mm auto; padding: 25mm 26mm 25mm 28mm; background: #fff; overflow-wrap: anywhere; }
header { border-bottom: 2.5pt solid #d00; margin-bottom: 10mm; }
.stamp { display: inline-block; margin: 0 0 4mm; padding: 0 4mm; border: 1.5pt solid #666; color: #444; font: 12pt/2 SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
.masthead { margin: 0; color: #d00; font: 700 40pt/1.3 "FZXiaoBiaoSong-B05S", STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", serif; letter-spacing: .12em; }
html[lang="en"] .masthead { font-size: 28pt; letter-spacing: 0; }
.number { margin: 4mm 0 0; }
.by { display: flex; justify-content: space-between; gap: 1em; margin: 2mm 0; text-align: left; }
h1 { margin: 0 0 8mm; text-align: center; font: 700 20pt/1.5 "FZXiaoBiaoSong-B05S", STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", serif; }
h2 { margin: 7mm 0 2mm; font: 700 15pt/1.6 SimHei, STHeiti, "Noto Sans CJK SC", Arial, sans-serif; break-after: avoid; }
h3 { margin: 4mm 0 2mm; font: 700 14pt/1.6 KaiTi, STKaiti, "Noto Serif CJK SC", serif; break-after: avoid; }
p { margin: 0 0 1.5mm; text-align: justify; line-break: strict; orphans: 2; widows: 2; }
html[lang="zh-CN"] p { text-indent: 2em; }
header p { text-align: center; }
header p.by { text-align: left; }
html[lang="zh-CN"] header p, html[lang="zh-CN"] p.to { text-indent: 0; }
.to { margin-bottom: 4mm; }
table { width: 100%; margin: 4mm 0 6mm; border-collapse: collapse; font-size: 11pt; line-height: 1.5; table-layout: fixed; }
caption { margin-bottom: 1.5mm; font: 700 12pt/1.5 SimHei, STHeiti, "Noto Sans CJK SC", Arial, sans-serif; break-after: avoid; }
thead { display: table-header-group; }
thead, tbody tr:first-child { break-before: avoid; }
tr { break-inside: avoid; }
th, td { padding: 1mm 2mm; border: .75pt solid #555; text-align: left; vertical-align: top; }
th { background: #f3f3f3; font-family: SimHei, STHeiti, "Noto Sans CJK SC", Arial, sans-serif; }
sup { font-size: 60%; line-height: 0; }
a { color: inherit; text-decoration: none; }
b { font-weight: 400; }
.signatures { margin: 14mm 4em 0 auto; width: fit-content; break-inside: avoid; }
.signatures p { display: flex; justify-content: space-between; gap: 3em; text-indent: 0 !important; }
.annex { break-before: page; font-size: 9pt; line-height: 1.5; }
.annex p { text-indent: 0 !important; text-align: left; }
.annex table { font: 7.5pt/1.45 "Noto Sans CJK SC", Arial, sans-serif; }
.annex th:nth-child(1) { width: 7%; }
.annex th:nth-child(3), .annex th:nth-child(4) { width: 8%; }
.annex th:nth-child(5) { width: 19%; }
.annex th:nth-child(6) { width: 36%; }
@media print { body { background: none; } main { max-width: none; margin: 0; padding: 0; } }
`.trim();
