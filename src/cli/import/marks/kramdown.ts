/** `{: .lead }` on a line of its own or behind an element, `{#id}` behind a heading, `{:toc}` with its list item. */
const TABLE_OF_CONTENTS = /^[ \t]*(?:[-*+]|\d+\.)[^\n]*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*$/gimu;
const ATTRIBUTES_LINE = /^[ \t]*\{:[^}\n]*\}[ \t]*$/gmu;
const ATTRIBUTES_SPAN = /\{:[^}\n]*\}/gu;
const HEADING_ID = /^(#{1,6}[^\n]*?)[ \t]*\{#[\w:.-]+[^}\n]*\}[ \t]*$/gmu;
const ABBREVIATION = /^\*\[[^\]\n]+\]:[^\n]*$/gmu;

/** What kramdown and Goldmark read as attributes, tables of contents and abbreviations, and readers never see. */
export function withoutAttributes(markdown: string): string {
  return markdown
    .replace(TABLE_OF_CONTENTS, '')
    .replace(ATTRIBUTES_LINE, '')
    .replace(ATTRIBUTES_SPAN, '')
    .replace(HEADING_ID, '$1')
    .replace(ABBREVIATION, '');
}
