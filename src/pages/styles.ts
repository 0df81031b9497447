/**
 * The one style sheet of our pages, sent inside the page: a reader with no time waits for one answer, not two. The
 * Content-Security-Policy names its hash, so no other style can run.
 *
 * Grid of 8 px. Newspaper furniture: hairlines, one short thick tab, serif for what is read, sans for what is pressed.
 */
const COLOURS = `
:root{color-scheme:light dark;
--paper:light-dark(#fff,#15171a);--ink:light-dark(#16181b,#e9e6df);--soft:light-dark(#515356,#b2b0ab);
--line:light-dark(#d9d6cf,#34373b);--box:light-dark(#f5f5f5,#1e2022);--accent:light-dark(#004c65,#84cfec);
--on-accent:light-dark(#eeece4,#1d1c16);--mark:light-dark(#e1e5e7,#2c3236);--target:#ffe58a;--on-target:#16181b;
--serif:"Noto Serif","Iowan Old Style","Palatino Linotype",Georgia,"Times New Roman",serif;
--display:"Noto Serif Display","Iowan Old Style","Palatino Linotype",Georgia,serif;
--sans:Inter,system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
`;

const FRAME = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:33vh}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.62 var(--serif);overflow-wrap:break-word}
:lang(ar) body,body:lang(ar),body:lang(fa),body:lang(ur){line-height:1.85}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:.5rem;padding:.5rem 1rem;background:var(--accent);color:var(--on-accent);font:600 .9375rem/1.4 var(--sans);z-index:1}
.skip:not(:focus){inline-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.mast{border-block-end:1px solid var(--line);padding:1rem 1.25rem .875rem;text-align:center}
.mast a{font:700 1.75rem/1 var(--display);letter-spacing:-.01em;color:inherit;text-decoration:none}
main{max-inline-size:42.5rem;margin:2.25rem auto 4rem;padding-inline:1.25rem}
.foot{border-block-start:1px solid var(--line);padding:1.25rem;text-align:center;font:.875rem/1.5 var(--sans);color:var(--soft)}
.foot a{margin-inline:.5rem;color:inherit}
h1,h2,h3{font-family:var(--display);line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
h1:lang(ar),h1:lang(fa),h1:lang(ur){line-height:1.4;letter-spacing:0}
`;

const ARTICLE = `
.kicker{font:600 .8125rem/1.2 var(--sans);color:var(--soft);margin:0}
h1{font-size:clamp(2rem,5.4vw + .5rem,3rem);line-height:1.08;font-weight:700;margin:.5rem 0 .875rem}
.byline{font:.875rem/1.5 var(--sans);color:var(--soft);border-block-start:1px solid var(--line);padding-block-start:.75rem;margin:0 0 1.5rem}
.byline strong{color:var(--ink);font-weight:600}
.body p,.body ul,.body ol,.body dl{margin:0 0 1.25rem;text-wrap:pretty}
.body li{margin-block-end:.375rem}.body li>p{margin:0}
.body h2,.body h3,.body h4{margin:2.25rem 0 .75rem;font-size:1.5rem}
.body h3{font-size:1.25rem}.body h4{font-size:1.125rem}
.body img{max-inline-size:100%;block-size:auto}
.body figure{margin:2rem 0}
.body figcaption{font:.875rem/1.45 var(--sans);color:var(--soft);margin-block-start:.5rem}
.body blockquote{margin:1.75rem 0;padding-inline-start:1.25rem;border-inline-start:4px solid var(--accent);font-size:1.25rem;line-height:1.5}
.body blockquote p:last-child{margin-block-end:0}
.body pre{overflow-x:auto;padding:1rem;background:var(--box);font-size:.9375rem;line-height:1.5}
.body code{font-size:.9em}
.body table{display:block;overflow-x:auto;border-collapse:collapse;font:.9375rem/1.45 var(--sans);margin:1.75rem 0}
.body th,.body td{padding:.5rem .875rem .5rem 0;text-align:start;border-block-end:1px solid var(--line);vertical-align:top}
.body th{font-weight:600;border-block-end:2px solid var(--ink)}
.body hr{border:0;border-block-start:1px solid var(--line);margin:2.5rem 25%}
.lead-image{margin:0 0 1.75rem}.lead-image img{inline-size:100%;block-size:auto;display:block}
.body :target{background:var(--target);color:var(--on-target);box-shadow:0 0 0 .3rem var(--target);scroll-margin-block:33vh}
.body :target a{color:inherit}
.around{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem;border-block-start:1px solid var(--line);margin-block-start:3rem;padding-block-start:1.25rem}
.around a{display:block;color:inherit;text-decoration:none;font:600 1.125rem/1.35 var(--serif)}
.around a:hover b{text-decoration:underline;text-decoration-thickness:1px}
.around span{display:block;font:.8125rem/1.4 var(--sans);color:var(--soft);margin-block-end:.25rem}
.around b{font-weight:600}
.around [rel=next]{text-align:end;grid-column:2}
@media (max-width:32rem){.around{grid-template-columns:1fr}.around [rel=next]{grid-column:1}}
`;

const BOX = `
.summary{position:relative;background:var(--box);border-block-start:1px solid var(--accent);margin-block:1.75rem;font-family:var(--sans)}
.summary::before{content:"";position:absolute;inset-block-start:-1px;inset-inline-start:0;inline-size:2.75rem;block-size:5px;background:var(--accent)}
.summary summary{display:flex;align-items:center;justify-content:space-between;gap:.5rem 1rem;min-block-size:4.25rem;padding:.75rem 1.125rem;cursor:pointer;list-style:none;-webkit-tap-highlight-color:transparent}
.summary summary::-webkit-details-marker{display:none}
.summary summary:focus-visible{outline-offset:-4px}
.summary .ask{font:600 1.1875rem/1.25 var(--serif);letter-spacing:-.005em}
.summary .press{display:inline-flex;align-items:center;gap:.375rem;min-block-size:2.5rem;padding-block:.25rem;padding-inline:1.125rem .75rem;border-radius:99px;background:var(--accent);color:var(--on-accent);font-size:.9375rem;font-weight:600;line-height:1.2;white-space:nowrap}
.summary .press svg{inline-size:1.25rem;block-size:1.25rem;flex:none;transition:rotate .2s}
.summary[open] summary{min-block-size:3.5rem}
.summary[open] .press{background:none;color:var(--accent);padding-inline:0}
.summary[open] .press span{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.summary[open] .press svg{rotate:180deg}
.summary .panel{padding:0 1.125rem .75rem}
.summary ul{list-style:none;margin:.25rem 0 .875rem;padding:0;font:1.0625rem/1.5 var(--serif)}
.summary li{position:relative;padding-inline-start:1.25rem;margin-block-end:.625rem;text-wrap:pretty}
.summary li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.56em;inline-size:.4375rem;block-size:.4375rem;background:var(--accent)}
.summary .place{position:relative;display:inline-block;margin-inline-start:.3em;padding-inline:.375rem;border-radius:3px;font:500 .75rem/1.25rem var(--sans);background:var(--mark);color:var(--accent);text-decoration:none;white-space:nowrap;vertical-align:.1em}
.summary .place::before{content:"";position:absolute;inset:-.375rem}
.summary .place:hover{text-decoration:underline}
.summary .label{margin:0;border-block-start:1px solid var(--line);padding-block-start:.75rem;font-size:.8125rem;line-height:1.4;color:var(--soft)}
@media (max-width:30rem){
.summary summary{display:grid;grid-template-columns:1fr auto;gap:.1875rem .75rem;align-content:center}
.summary .ask{font-size:clamp(.875rem,5.3vw,1.1875rem);line-height:1.2}
.summary .press{display:contents}
.summary .press span{color:var(--accent);font-size:.9375rem;font-weight:600;line-height:1.2}
.summary .press svg{grid-area:1/2/3;inline-size:2.5rem;block-size:2.5rem;padding:.625rem;border-radius:99px;background:var(--accent);color:var(--on-accent);align-self:center}
.summary[open] .press svg{grid-area:1/2;background:none;color:var(--accent);margin-inline-end:-.5rem}}
@media (forced-colors:active){.summary,.summary .press{border:1px solid}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;

/** The widget wears the colours of the page; where its script does not come, the box above stands in its place. */
const WIDGET = `
stand-first{display:block;--standfirst-accent:var(--accent);--standfirst-on-accent:var(--on-accent);--standfirst-background:var(--box);--standfirst-muted:var(--soft);--standfirst-ui-font:var(--sans);--standfirst-font:var(--serif)}
:root{--standfirst-highlight:var(--target)}
`;

const HOSTED = `
.hosted h1 a{color:inherit;text-decoration:none}
.hosted h1 a:hover{text-decoration:underline;text-decoration-thickness:2px}
.lengths{display:flex;inline-size:fit-content;padding:2px;border:1px solid var(--line);border-radius:99px;margin-block:1.25rem;font:.875rem/1.25rem var(--sans)}
.lengths a{padding:.5rem .875rem;border-radius:99px;color:var(--soft);text-decoration:none}
.lengths a:hover{text-decoration:underline}
.lengths [aria-current]{background:var(--mark);color:var(--accent);font-weight:600}
.points{list-style:none;margin:1.5rem 0;padding:0}
.points li{position:relative;padding-inline-start:1.5rem;margin-block-end:1rem;text-wrap:pretty}
.points li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.6em;inline-size:.5rem;block-size:.5rem;background:var(--accent)}
.place{position:relative;display:inline-block;margin-inline-start:.4em;padding-inline:.375rem;border-radius:3px;font:500 .75rem/1.25rem var(--sans);background:var(--mark);color:var(--accent);text-decoration:none;white-space:nowrap;vertical-align:.1em}
.place::before{content:"";position:absolute;inset:-.375rem}
.more{font-family:var(--sans);font-weight:600}
.correction{border-inline-start:4px solid var(--line);padding-inline-start:.75rem;font:.9375rem/1.5 var(--sans)}
.how{border-block-start:1px solid var(--line);margin-block-start:2.5rem;font:.9375rem/1.5 var(--sans);color:var(--soft)}
.how h2{font:600 1rem/1.3 var(--sans);color:var(--ink);margin-block:1rem .5rem}
.how p{margin:0 0 .5rem}
`;

/** Pages for sites that take the box: the configurator and the demonstrations. */
const TRYOUT = `
.try{font-family:var(--sans);font-size:1rem;line-height:1.5}
.try form{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem;align-items:end;margin-block:1.5rem;padding-block:1.25rem;border-block:1px solid var(--line)}
.try label,.try legend{display:block;font-size:.875rem;font-weight:600}
.try input:not([type=checkbox]),.try select{display:block;inline-size:100%;min-block-size:2.75rem;margin-block-start:.25rem;padding:.25rem .5rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:3px}
.try fieldset{grid-column:1/-1;border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.try fieldset label{font-weight:400;display:flex;align-items:center;gap:.4rem;min-block-size:2rem}
.try button{min-block-size:2.75rem;padding-inline:1.25rem;border:0;border-radius:99px;background:var(--accent);color:var(--on-accent);font:600 .9375rem/1.2 var(--sans);cursor:pointer}
.try pre{overflow-x:auto;padding:1rem;background:var(--box);font-size:.8125rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
.try h2{font-size:1.375rem;margin-block:2rem .5rem}
.try article{border:1px solid var(--line);padding:0 1.25rem;font-family:var(--serif);font-size:1.1875rem;line-height:1.62}
`;

const FRONT = `
.latest{font:600 .8125rem/1.2 var(--sans);color:var(--soft);margin:0 0 1rem;letter-spacing:0}
.entries{list-style:none;margin:0;padding:0}
.entries li{border-block-start:1px solid var(--line);padding-block:1.25rem}
.entries h2{font-size:1.625rem;margin:.25rem 0 .5rem}
.entries li:first-child h2{font-size:clamp(1.75rem,4.4vw + .5rem,2.5rem);line-height:1.1}
.entries h2 a{color:inherit;text-decoration:none}
.entries h2 a:hover{text-decoration:underline;text-decoration-thickness:2px}
.entries p:not(.kicker){margin:0 0 .5rem;color:var(--soft);font-size:1.0625rem;line-height:1.5;text-wrap:pretty}
.entries .meta.meta{font:.8125rem/1.4 var(--sans);margin:0}
`;

const PRINT = `
@media print{:root{color-scheme:light}body{font-size:11pt}.foot,.around,.skip,.summary:not([open]),.summary .place{display:none}.lengths,.place,.more{display:none}
.summary{background:none;border:1px solid}a{color:inherit}main{margin-block:0;max-inline-size:none}}
`;

export const STYLE_SHEET = [COLOURS, FRAME, ARTICLE, BOX, WIDGET, HOSTED, TRYOUT, FRONT, PRINT]
  .join('')
  .replaceAll('\n', '');
