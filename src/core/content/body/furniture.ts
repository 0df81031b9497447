import type { Attribute } from '../html/allow-list.ts';

/**
 * Classes and ids that publishing systems and their plugins give to what is no part of the text: cards for other pages,
 * sharing, contents, reading times, subscriptions, advertisements. Whole names, small letters; each with the system
 * that it was seen in and its version.
 */
const FURNITURE: Readonly<Record<string, string>> = {
  'Ghost 5 and 6, koenig cards': `kg-bookmark-card kg-callout-card kg-audio-card kg-video-player-container kg-file-card
    kg-product-card kg-button-card kg-signup-card kg-cta-card kg-email-card kg-email-cta kg-nft-card`,
  'WordPress 6.9, blocks': `wp-block-buttons wp-block-button wp-block-file wp-block-latest-posts wp-block-latest-comments
    wp-block-rss wp-block-archives wp-block-categories wp-block-tag-cloud wp-block-search wp-block-calendar
    wp-block-page-list wp-block-navigation wp-block-social-links wp-block-loginout wp-block-query wp-block-comments
    wp-block-post-navigation-link wp-block-post-author wp-block-post-comments-form wp-block-post-terms
    wp-embedded-content wp-block-table-of-contents wp-block-read-more wp-block-more`,
  'Jetpack 15': `sharedaddy sd-sharing-enabled sd-like jetpack-likes-widget-wrapper jp-relatedposts
    wp-block-jetpack-subscriptions wp-block-jetpack-related-posts wp-block-jetpack-sharing-buttons wp-block-jetpack-like
    jetpack_subscription_widget wp-block-jetpack-podcast-player wp-block-jetpack-mailchimp`,
  'contents: Table of Contents Plus 2411, Easy TOC 2.0, LuckyWP 2.1, Rank Math 1.0, Yoast 26, SimpleTOC 6, AIOSEO 4, Kadence 3, Spectra 2': `toc_container
    ez-toc-container ez-toc-widget-container lwptoc wp-block-rank-math-toc-block rank-math-toc
    wp-block-yoast-seo-table-of-contents yoast-table-of-contents simpletoc-list wp-block-simpletoc-toc wp-block-aioseo-table-of-contents
    wp-block-kadence-tableofcontents wp-block-uagb-table-of-contents uagb-toc__wrap`,
  'reading time: Reading Time WP 2.0, Yoast 26, BSF 1.0': `span-reading-time rt-reading-time bsf-rt-reading-time
    yoast-reading-time__wrapper wp-block-yoast-seo-estimated-reading-time wp-block-post-time-to-read`,
  'sharing: AddToAny 1.8, Sassy Social Share 3.3, Social Warfare 4.5, Easy Social Share 9, Shareaholic 9, Simple Share Buttons 8': `addtoany_share_save_container
    addtoany_content heateor_sss_sharing_container heateor_sss_vertical_sharing swp_social_panel essb_links
    shareaholic-canvas ssba ssbp-wrap addthis_toolbox addthis_inline_share_toolbox`,
  'related: YARPP 5.30, CRP 4, RP4WP 2.2, Inline Related Posts 3.8': `yarpp yarpp-related crp_related rp4wp-related-posts
    irp_related_posts internal-linking-related-contents wp_rp_wrap`,
  'people: Simple Author Box 2.5, Molongui 4, PublishPress Authors 4': `saboxplugin-wrap m-a-box pp-multiple-authors-boxes-wrapper
    abh_box wp-block-molongui-author-box`,
  'advertisements: Advanced Ads 2.0, Quads 2.0, AdSense': `advads-placement quads-location adsbygoogle
    google-auto-placed ai-viewports`,
  'letters and votes: MC4WP 4.10, MailPoet 5, TNP 9, kk Star Ratings 5.4, WP-PostRatings 1.91, Rate my Post 4': `mc4wp-form
    mailpoet_form tnp-subscription tnp-subscription-minimal kk-star-ratings post-ratings rmp-widgets-container`,
  'second forms of formulas: KaTeX 0.16, MathJax 2.7': 'katex-html mathjax_preview',
};

const NAMES: ReadonlySet<string> = new Set(Object.values(FURNITURE).flatMap((names) => names.split(/\s+/)));

/** Word keeps the signs of lists as text, marked for others to ignore (`mso-list: Ignore`, Word 2007 to 365). */
const LIST_SIGN = /mso-list\s{0,5}:\s{0,5}ignore/i;

/** Whether an element says by its names that it is no part of the text that it stands in. */
export function isFurniture(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ name, value }) => {
    if (name === 'style') return LIST_SIGN.test(value.slice(0, 500));
    return (
      (name === 'class' || name === 'id') && value !== '' && wordsOf(value).some((word) => NAMES.has(word))
    );
  });
}

/** What stands in one class or id attribute; no page gives an element more names than the first of these. */
export function wordsOf(value: string): string[] {
  return value.slice(0, 500).toLowerCase().split(/\s+/);
}
