/**
 * The look of a box in somebody else's page, sent from the page's own host. Colours are made from the colour of the
 * page's text, as the widget makes them, and a theme is the widget's custom properties in the page's own sheet.
 *
 * The button keeps the colour of the page's text, since its ground is made from that, and only paints its letters in another.
 * `revert` takes off what the page says of every element, of lists and of paragraphs; the selectors name the attribute
 * so that they win over plain ones. Once the widget has drawn the element, none of this is seen.
 */
export const BOX_STYLE = `
stand-first[data-filled],stand-first:has(>details){display:block;margin-block:var(--standfirst-margin,1.75rem);
--s:clamp(0,(l - .65)*99,1);
--a:var(--standfirst-accent,oklch(from currentColor calc(.4 + .44*var(--s)) .08 225));
--o:var(--standfirst-on-accent,oklch(from currentColor calc(.97 - .73*var(--s)) 0 h));
--u:var(--standfirst-ui-font,system-ui,sans-serif)}
stand-first>details[dir],stand-first>details[dir] *{all:revert;box-sizing:border-box;font-family:inherit;letter-spacing:normal;text-transform:none;text-indent:0;float:none;color:inherit}
stand-first>details[dir] *::before,stand-first>details[dir] *::after{all:revert}
stand-first>details[dir]{display:flow-root;position:relative;container-type:inline-size;max-inline-size:none;text-align:start;
font:400 var(--standfirst-font-size,max(1rem,16px))/1.5 var(--standfirst-font,inherit);
font-family:var(--standfirst-font,inherit);
color:var(--standfirst-color,currentColor);
background:var(--standfirst-background,oklch(from currentColor calc(.97 - .73*var(--s)) min(c,.02) h/80%));
border-block-start:1px solid var(--a,currentColor);border-radius:var(--standfirst-radius,0);overflow-wrap:anywhere}
stand-first>details[dir]::before{content:"";position:absolute;inset-block-start:0;inset-inline-start:0;inline-size:2.7em;border-block-start:4px solid var(--a,currentColor)}
stand-first>details[dir]>summary{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25em 1em;min-block-size:4.25em;padding:.75em 1.125em;cursor:pointer;list-style:none}
stand-first>details[dir]>summary::-webkit-details-marker{display:none}
stand-first>details[dir]>summary:focus-visible{outline:3px solid var(--a,currentColor);outline-offset:-3px}
stand-first>details[dir] b{font-size:1.1875em;font-weight:600;line-height:1.25}
stand-first>details[dir] summary span{font:600 .9375em/1.2 var(--u);padding:.65em 1.1em;border-radius:var(--standfirst-button-radius,99px);background:var(--a,currentColor);-webkit-text-fill-color:var(--o)}
stand-first>details[dir] summary span::after{content:"";display:inline-block;inline-size:.45em;block-size:.45em;margin-inline-start:.6em;border:solid var(--o);border-width:0 2px 2px 0;rotate:45deg;vertical-align:.2em}
stand-first>details[dir][open] summary span::after{rotate:225deg;vertical-align:-.05em}
stand-first>details[dir] ul{list-style:none;margin:.25em 0 .875em;padding-block:0;padding-inline:1.125em}
stand-first>details[dir] li{position:relative;padding-inline-start:1.25em;margin-block-end:.625em;text-wrap:pretty}
stand-first>details[dir] li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.56em;inline-size:.44em;block-size:.44em;background:var(--a,currentColor)}
stand-first>details[dir] p{margin:0 1.385em;padding-block:.75em;border-block-start:1px solid var(--standfirst-rule,oklch(from currentColor l c h/20%));font:400 .8125em/1.4 var(--u);color:var(--standfirst-muted,currentColor)}
stand-first>details[dir]~*{display:none}
@supports not (color:oklch(from red l c h)){stand-first>details[dir]{border:1px solid}stand-first>details[dir] summary span{border:1px solid;background:none;-webkit-text-fill-color:currentColor}stand-first>details[dir] summary span::after{border-color:currentColor}}
@container (max-width:24em){stand-first>details[dir] summary span{padding:0;background:none;color:var(--a,currentColor);-webkit-text-fill-color:currentColor}stand-first>details[dir] summary span::after{border-color:currentColor}}
@media (forced-colors:active){stand-first>details[dir]{border:1px solid}stand-first>details[dir] summary span{border:1px solid;-webkit-text-fill-color:currentColor}stand-first>details[dir] summary span::after{border-color:currentColor}}
@media print{stand-first>details[dir]:not([open]){display:none}}
`.replaceAll('\n', '');
