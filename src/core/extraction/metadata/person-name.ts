import { BYLINE_MAX_LENGTH } from '../../limits.ts';
import { decodeText } from '../page/decode-text.ts';

/** A date and whatever comes after it is no part of a name. */
const DATE_AFTER =
  /[\s,|·–-](?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})/i;
const SEPARATOR = /[\s,|·–-]/;
const MAIL = /^[^\s@()<>]{1,100}@[^\s@()<>]{1,100}$/;

/**
 * A name as a system gives it: without "By", an address of mail, a date. What begins "Von", "Di" or "Da" is a name.
 * Addresses of profiles and of mail alone are none.
 */
export function cleanName(text: string | undefined): string[] {
  return toNames(decodeText(text ?? '').replace(/^by[:\s]\s?/i, ''));
}

/** "By" in the languages that set it before names; with a capital only where such a word begins no name. */
const CREDITS: Readonly<Record<string, RegExp>> = {
  de: /^(?:von|text) /i,
  fr: /^par /i,
  es: /^por /i,
  pt: /^por /i,
  nl: /^door /i,
  sv: /^av /i,
  nb: /^av /i,
  no: /^av /i,
  da: /^af /i,
  ru: /^(?:автор|текст) /i,
};
const CREDIT = /^(?:by|von|par|por|di|da|av|af|door|от|автор) /;
const LABEL = /^(?:by|text|words|author|autor|autore|auteur|von|par|por|di|da|av|af|door|от|автор) ?: ?/i;

/** The names in a line that a page shows: "Von Ada Quill" on a German page is by Ada Quill. */
export function readCreditLine(text: string, language: string | undefined): string[] {
  const line = decodeText(text).replace(LABEL, '').replace(CREDIT, '');
  const own = CREDITS[language?.split('-')[0] ?? ''];
  return toNames((own === undefined ? line : line.replace(own, '')).replace(/^by /i, ''));
}

function toNames(line: string): string[] {
  const name = withoutDate(withoutMail(line.trim()));
  return name === '' ||
    MAIL.test(name) ||
    /^(?:https?:|www\.|@|\/)/i.test(name) ||
    name.length > BYLINE_MAX_LENGTH
    ? []
    : [name];
}

/** `mail (Name)` of RSS and `Name <mail>` of mailers. */
function withoutMail(line: string): string {
  const [, before = '', bracketed = ''] = /^([^()<>]{0,100}) ?[(<]([^()<>]{1,100})[)>]$/.exec(line) ?? [];
  if (bracketed === '') return line;
  if (MAIL.test(before.trim())) return bracketed.trim();
  return MAIL.test(bracketed) ? before.trim() : line;
}

function withoutDate(name: string): string {
  let end = name.search(DATE_AFTER);
  if (end === -1) return name;
  while (end > 0 && SEPARATOR.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}
