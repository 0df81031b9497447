import type { Attribute } from '../html/allow-list.ts';
import { wordsOf } from './furniture.ts';

/** Captions of systems that write them without `figcaption`: WordPress to 5.0 and its galleries, Blogger, Drupal. */
const CAPTIONS: ReadonlySet<string> = new Set(
  'wp-caption-text wp-element-caption gallery-caption blocks-gallery-caption tr-caption image-caption photo-caption caption-text'.split(
    ' ',
  ),
);
const MAY_BE_CAPTION: ReadonlySet<string> = new Set('p div dd center h4 h5 h6'.split(' '));

/** Lists of notes: Goldmark, kramdown, Pandoc, markdown-it, GitHub, WordPress 6.9, MediaWiki, docutils, LibreOffice. */
const NOTES: ReadonlySet<string> = new Set(
  'footnotes footnote-list footnotes-list wp-block-footnotes references reflist endnotes easy-footnotes-wrapper modern-footnotes-list sdfootnote'.split(
    ' ',
  ),
);
const NOTES_ROLE = /^doc-(?:endnotes?|footnote)$/;

/**
 * The element that an author means by a class: `<p class="wp-caption-text">` is a caption, `<div class="footnotes">` is
 * kept beside the text.
 *
 * @returns A tag name; the element's own where its classes say nothing.
 */
export function meantName(tagName: string, attrs: readonly Attribute[]): string {
  if (attrs.length === 0) return tagName;
  const isGroup = /^(?:div|section|aside|ol|ul|dl|li|p)$/.test(tagName);
  if (isGroup && NOTES_ROLE.test(attributeOf(attrs, 'role'))) return 'aside';
  const words = wordsOf(attributeOf(attrs, 'class'));
  if (MAY_BE_CAPTION.has(tagName) && words.some((word) => CAPTIONS.has(word))) return 'figcaption';
  if (tagName === 'div' && words.includes('wp-caption')) return 'figure';
  return isGroup && words.some((word) => NOTES.has(word)) ? 'aside' : tagName;
}

function attributeOf(attributes: readonly Attribute[], wanted: string): string {
  return attributes.find(({ name }) => name === wanted)?.value ?? '';
}
