import type { Summary } from './summary.ts';
import type { SummaryOptions } from './summary-options.ts';

export const FORMAT_MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  'plain-text': 'text/plain; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const satisfies Record<SummaryOptions['format'], string>;

/** The summary in the form that was asked for: the whole answer, or its sentences alone. */
export function formatSummary(summary: Summary, format: SummaryOptions['format']): string {
  const isList = summary.type === 'key-points';
  const sentences = summary.sentences.map(({ text }) => text);
  switch (format) {
    case 'json':
      return JSON.stringify(summary);
    case 'plain-text':
      return `${summary.text}\n`;
    case 'markdown':
      return isList
        ? sentences.map((sentence) => `- ${escapeMarkdown(sentence)}\n`).join('')
        : `${escapeMarkdown(summary.text)}\n`;
    case 'html':
      return isList
        ? `<ul>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>`
        : `<p>${escapeHtml(summary.text)}</p>`;
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** CommonMark: a backslash takes the meaning from any punctuation; line starts could open blocks. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, '\\$&')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/u,
      (_, space: string, marker: string) => `${space}${escapeMarker(marker)}`,
    );
}

function escapeMarker(marker: string): string {
  return `${marker.slice(0, -1)}\\${marker.slice(-1)}`;
}
