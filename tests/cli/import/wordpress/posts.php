<?php
/** Installs WordPress and writes one post for each thing that an importer may get wrong: php posts.php <site> <origin> */
[, $site, $origin] = $argv;
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($origin, PHP_URL_HOST) . ':' . parse_url($origin, PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
function wp_mail(): bool { return true; }
require $site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('The Harbour News', 'editor', 'editor@news.example', true, '', 'password');
update_option('siteurl', $origin);
update_option('home', $origin);
update_option('timezone_string', 'America/New_York');
update_option('permalink_structure', '/%year%/%postname%/');
flush_rewrite_rules();
wp_delete_post(1, true);
wp_update_user(['ID' => 1, 'display_name' => 'Ada von Quill']);

$paragraph = '<!-- wp:paragraph --><p>The ferry sails at noon from the old quay, and it returns at six in the evening.</p><!-- /wp:paragraph -->';
function write(array $post): int {
  global $paragraph;
  $id = wp_insert_post($post + ['post_status' => 'publish', 'post_author' => 1, 'post_content' => $paragraph], true);
  if (is_wp_error($id)) throw new Exception($id->get_error_message());
  return $id;
}

write(['post_title' => '"A & B" - it\'s <em>new</em>', 'post_date' => '2024-01-05 08:30:00', 'tags_input' => ['Sea & shore', 'Pier']]);
write(['post_title' => 'Two pages', 'post_date' => '2024-01-06 08:30:00', 'post_content' => $paragraph . '<!-- wp:more --><!--more--><!-- /wp:more -->' . '<p>The second part tells of the storm that broke the pier.</p><!--nextpage--><p>The last page tells of the morning after it.</p>']);
write(['post_title' => 'Short codes', 'post_date' => '2024-01-07 08:30:00', 'post_content' => $paragraph . "\n\n[contact-form-7 id=\"12\" title=\"Write to us\"]\n\n[gallery]\n\n" . $paragraph]);
write(['post_title' => 'Dynamic blocks', 'post_date' => '2024-01-08 08:30:00', 'post_content' => $paragraph
  . '<!-- wp:latest-posts /--><!-- wp:search {"label":"Find on this site","buttonText":"Find"} /--><!-- wp:categories /--><!-- wp:tag-cloud /--><!-- wp:read-more {"content":"Go on reading"} /--><!-- wp:post-author /-->'
  . '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/shop">Order the almanac</a></div><!-- /wp:button --></div><!-- /wp:buttons -->'
  . '<!-- wp:image --><figure class="wp-block-image"><img src="/quay.jpg" alt="The quay"/><figcaption class="wp-element-caption">The quay in the morning.</figcaption></figure><!-- /wp:image -->'
  . '<!-- wp:quote --><blockquote class="wp-block-quote"><p>We waited all night for her.</p><cite>A pilot</cite></blockquote><!-- /wp:quote -->' . $paragraph]);
write(['post_title' => 'Locked', 'post_date' => '2024-01-09 08:30:00', 'post_password' => 'secret']);
write(['post_title' => 'Not ready', 'post_date' => '2024-01-10 08:30:00', 'post_status' => 'draft']);
write(['post_title' => 'For us alone', 'post_date' => '2024-01-11 08:30:00', 'post_status' => 'private']);
write(['post_title' => 'Later', 'post_date' => '2199-01-12 08:30:00']);
stick_post(write(['post_title' => 'Always first', 'post_date' => '2024-01-13 08:30:00']));
write(['post_title' => 'Буря над портом', 'post_date' => '2024-01-14 08:30:00']);
write(['post_title' => '', 'post_date' => '2024-01-15 08:30:00']);
write(['post_title' => 'Classic', 'post_date' => '2024-01-16 08:30:00', 'post_content' => "The ferry sails at noon from the old quay.\n\nIt returns at six in the evening,\nand it stays there for the night."]);
$category = wp_insert_term('Shipping', 'category')['term_id'];
write(['post_title' => 'Filed', 'post_date' => '2024-01-17 23:30:00', 'post_category' => [$category]]);

// A scheduled post keeps the time of its last edit when it is published.
$scheduled = write(['post_title' => 'Scheduled', 'post_date' => '2024-06-02 06:00:00']);
$edited = write(['post_title' => 'Edited', 'post_date' => '2024-02-02 06:00:00']);
$wpdb->query("UPDATE $wpdb->posts SET post_modified = post_date, post_modified_gmt = post_date_gmt");
$wpdb->update($wpdb->posts, ['post_modified' => '2024-05-20 06:00:00', 'post_modified_gmt' => '2024-05-20 10:00:00'], ['ID' => $scheduled]);
$wpdb->update($wpdb->posts, ['post_modified' => '2024-06-03 06:00:00', 'post_modified_gmt' => '2024-06-03 10:00:00'], ['ID' => $edited]);
