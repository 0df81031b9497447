/**
 * Shortcodes that WordPress and its page builders leave in texts where the plugin is gone, or where nobody asked it:
 * WordPress 6.9 itself, WPBakery 8, Divi 4, Avada 7, Enfold 6, Fusion, Shortcodes Ultimate 7, the usual forms. What stands
 * between a pair of them is the text's, but for captions.
 */
const SHORTCODE =
  /(?<!\[)\[\/?(?:caption|wp_caption|gallery|playlist|audio|video|embed|vc_\w{1,40}|et_pb_\w{1,40}|fusion_\w{1,40}|av_\w{1,40}|su_\w{1,40}|mk_\w{1,40}|cs_\w{1,40}|tatsu_\w{1,40}|contact-form(?:-7)?|wpforms|ninja_form|gravityform|mc4wp_form|mailpoet_form|newsletter|toc|ez-toc|lwptoc|sharethis|addtoany|rev_slider|elementor-template|adrotate|adinserter|contentcards)(?:\s[^[\]]{0,500})?\/?\](?!\])/gi;

/** A caption in brackets: `[caption …]<img> The hall[/caption]`. */
const CAPTION_START = /\[(?:wp_)?caption(?:\s[^[\]]{0,500})?\]/i;
const CAPTION_END = /\[\/(?:wp_)?caption\]/i;

/** Takes shortcodes out of the texts of one element, one after the other. */
export class ShortcodeFilter {
  #inCaption = false;

  /** @returns The text without its shortcodes, and without what belongs to a picture's caption. */
  read(text: string): string {
    if (!this.#inCaption && !text.includes('[')) return text;
    return this.#withoutCaptions(text).replace(SHORTCODE, '');
  }

  #withoutCaptions(text: string): string {
    if (this.#inCaption) {
      const end = CAPTION_END.exec(text);
      if (end === null) return '';
      this.#inCaption = false;
      return this.#withoutCaptions(text.slice(end.index + end[0].length));
    }
    const start = CAPTION_START.exec(text);
    if (start === null) return text;
    const rest = text.slice(start.index + start[0].length);
    const end = CAPTION_END.exec(rest);
    this.#inCaption = end === null;
    const before = text.slice(0, start.index);
    return end === null ? before : before + this.#withoutCaptions(rest.slice(end.index + end[0].length));
  }
}
