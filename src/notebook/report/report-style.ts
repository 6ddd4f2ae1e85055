/** The style sheet of a report as a page of its own: for a screen, and for paper. */
export const REPORT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem 4rem;background:#fff;color:#1d2423;font:16px/1.5 "Source Sans 3 Variable","Source Sans 3",system-ui,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:2.5rem 0 .5rem;border-top:2px solid #0b6b66;padding-top:1rem}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:0}
p{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.claim{border-left:4px solid #8a5a00;padding:.4rem .9rem;background:#fbf0d9}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:.75rem 0}
dt{color:#55605e}dd{margin:0;overflow-wrap:anywhere}
article{margin:1rem 0;border:1px solid #ddd8cf;border-radius:6px;padding:.75rem 1rem;break-inside:auto}
.head{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline}
.soft{color:#55605e;font-size:.875rem}
.good{color:#1c6b34;font-weight:600}.bad{color:#a3262a;font-weight:600}
pre,code{font-family:"Source Code Pro Variable","Source Code Pro",ui-monospace,monospace;font-size:.84rem}
pre{margin:.6rem 0 0;border-radius:4px;padding:.6rem .8rem;background:#f6f3ed;white-space:pre-wrap;overflow-wrap:anywhere}
pre.out{background:#fff;border-left:3px solid #8b928f;border-radius:0}
pre.error{border-left-color:#a3262a;color:#8d1f23}
blockquote{margin:.6rem 0 0;border-left:4px solid #0b6b66;padding:.1rem .9rem;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.6rem 0;font-size:.84rem;max-width:100%}
th,td{border-bottom:1px solid #ddd8cf;padding:.25rem .6rem .25rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
img{max-width:100%;height:auto;margin:.6rem 0}
ul{margin:.4rem 0;padding-left:1.3rem}
@page{margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.wide{overflow:visible}h1,h2,h3,h4,.head{break-after:avoid}pre,img,tr,blockquote{break-inside:avoid}h2{break-before:page}h2.first{break-before:auto}}
`.trim();
