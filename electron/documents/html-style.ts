// The look of exported pages: the colours of Heirloom, light and dark, on paper black on white. No fonts come along: the
// reader's own system has the best ones for its scripts.
export const HTML_STYLE = `
:root{--canvas:#f3ede2;--paper:#fbf8f2;--raised:#fffefb;--ink:#29231b;--soft:#574e40;--line:#d8cdb9;--brass:#7d5714;--good:#35633a;--danger:#9c2f22;--mark:#f9dd92;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--canvas:#141110;--paper:#1b1714;--raised:#25201b;--ink:#ede5d8;--soft:#c3b7a5;--line:#443b32;--brass:#ddb76c;--good:#98c894;--danger:#f0a392;--mark:#6a5115}}
*{box-sizing:border-box}
html{background:var(--canvas);color:var(--ink);font:1rem/1.65 Inter,"Segoe UI","Noto Sans",Vazirmatn,"Noto Sans Arabic","Noto Sans Thai","Noto Sans SC",system-ui,sans-serif}
:lang(fa),:lang(th){line-height:1.9}
body{margin:0;padding:2rem 1rem}
main{max-width:46rem;margin-inline:auto}
nav,article{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:clamp(1rem,5vw,3rem);margin-block-end:1.5rem}
nav ol{margin:0;padding-inline-start:1.5rem}
h1,h2,h3,h4{line-height:1.3;margin:1.6em 0 .5em}
article>header h1{margin:0;font-size:1.9rem}
h2{font-size:1.45rem}h3{font-size:1.2rem}h4{font-size:1.05rem}
.about{color:var(--soft);margin:.35rem 0 1.5rem;font-size:.9rem}
.document{overflow-wrap:anywhere}
.document>*,li,dd,th,td,figcaption,aside p{white-space:pre-wrap}
.document>ul,.document>ol,li>ul,li>ol,.document>table,.document>dl,.document>aside,.document>figure,.document>blockquote{white-space:normal}
p,ul,ol,blockquote,pre,table,figure,aside,dl{margin:0 0 .85rem}
ul,ol{padding-inline:1.7rem}li>ul,li>ol{padding-inline:1.5rem}li{margin-block-end:.2rem;text-align:start}li>ul,li>ol{margin:.2rem 0 0}
ol>li[dir=rtl]{list-style-type:persian}
.document>table{margin-inline:0 auto}
li:not([data-block-id]){list-style:none}
li:has(>.check){list-style:none}
li>.check{margin-inline-start:-1.4em}
a{color:var(--brass);text-underline-offset:.2em}
mark{background:var(--mark);color:inherit;border-radius:3px}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.9em}
pre{background:var(--canvas);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem;overflow-x:auto;unicode-bidi:isolate}
blockquote{border-inline-start:3px solid var(--brass);padding-inline-start:1rem;color:var(--soft)}
blockquote p{margin:0;white-space:pre-wrap}
hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
.callout{border:1px solid var(--line);border-inline-start:4px solid var(--brass);border-radius:8px;padding:.6rem 1rem;background:var(--raised)}
.callout p{margin:0}
.callout-name{font-weight:600;font-size:.9rem;color:var(--brass)}
[data-tone=tip]{border-inline-start-color:var(--good)}[data-tone=tip] .callout-name{color:var(--good)}
[data-tone=warning],[data-tone=never]{border-inline-start-color:var(--danger)}
[data-tone=warning] .callout-name,[data-tone=never] .callout-name{color:var(--danger)}
[data-tone=never]{border-color:var(--danger)}
figure{margin-inline:0}
img{max-width:100%;height:auto;border-radius:8px}
audio{width:100%}
figcaption,.missing{color:var(--soft);font-size:.9rem}
.record{border:1px solid var(--line);border-radius:8px;padding:.6rem 1rem;background:var(--raised)}
table{border-collapse:collapse;max-width:100%}
th,td{border:1px solid var(--line);padding:.35rem .7rem;text-align:start;vertical-align:top}
th{background:var(--raised)}
[data-align=center]{text-align:center}[data-align=end]{text-align:end}
dl[data-block]{border:1px solid var(--line);border-radius:10px;padding:.6rem 1rem;background:var(--raised)}
dl[data-block]>div{display:grid;grid-template-columns:minmax(6rem,10rem) minmax(0,1fr);gap:.15rem 1rem;padding:.3rem 0;border-top:1px solid var(--line)}
dl[data-block]>div:first-child{border-top:0}
dt{color:var(--soft)}dd{margin:0}
[data-part=then]{border-top:0!important;padding-inline-start:1.5rem!important}
@media print{
:root{--canvas:#fff;--paper:#fff;--raised:#fff;--ink:#000;--soft:#333;--line:#999;--brass:#000;--good:#000;--danger:#000;--mark:#ddd;color-scheme:light}
@page{margin:18mm}
body{padding:0}main{max-width:none}
nav,article{border:0;border-radius:0;padding:0;margin:0}
nav,article:not(:last-child){break-after:page}
h1,h2,h3,h4,.callout-name,dt{break-after:avoid}
figure,.callout,tr,dl[data-block]>div,.record,img{break-inside:avoid}
p,li,blockquote{orphans:3;widows:3}
thead{display:table-header-group}
pre{white-space:pre-wrap;overflow:visible}
audio{display:none}
a[href^="http"]::after,a[href^="mailto:"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
}
`;

/** Widths of pictures, as classes of a style nobody can add to: an attribute would need a weaker policy. */
export const WIDTH_STYLE = Array.from(
  { length: 91 },
  (_, at) => `[data-width="${at + 10}"]>img{width:${at + 10}%}`,
).join('');
