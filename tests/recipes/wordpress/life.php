<?php
/** The life of a post, as an editor leads it: php life.php <site> <origin> */
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
update_option('template', 'plain');
update_option('stylesheet', 'plain');
update_option('permalink_structure', '/%year%/%postname%/');
global $wp_rewrite;
$wp_rewrite->init();
flush_rewrite_rules();
wp_update_user(['ID' => 1, 'display_name' => 'Ada von Quill']);

/** What the service says to readers once its copies have followed. */
function ask(string $path): array {
  $answer = wp_remote_get(STANDFIRST_ORIGIN . $path);
  return [wp_remote_retrieve_response_code($answer), wp_remote_retrieve_body($answer)];
}

function tell(string $step, int $id): void {
  sleep(2);
  $slug = get_post_meta($id, STANDFIRST_SLUG_KEY, true);
  $said = ['step' => $step, 'slug' => $slug, 'trouble' => get_post_meta($id, STANDFIRST_TROUBLE_KEY, true)];
  if ($slug !== '') {
    [$said['status'], $article] = ask("/v1/articles/$slug");
    $said['article'] = array_intersect_key(json_decode($article, true), array_flip(['title', 'url', 'byline', 'publishedAt', 'tags', 'description']));
    [, $said['summary']] = ask("/v1/articles/$slug/summary?type=tldr&format=plain-text");
  }
  echo json_encode($said, JSON_UNESCAPED_SLASHES), "\n";
}

$body = '<!-- wp:paragraph --><p>The council of Orrin voted on Monday to keep the night bus for two more years.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>It will cost the town 240,000 crowns a year, and 31,000 people rode it last year.</p><!-- /wp:paragraph -->';
$id = wp_insert_post(['post_title' => 'Night bus &amp; tram', 'post_name' => 'night-bus', 'post_status' => 'draft', 'post_author' => 1, 'post_content' => $body, 'post_date' => '2024-01-05 08:30:00', 'tags_input' => ['Sea & shore', 'Buses'], 'post_excerpt' => 'Why the town pays.']);
tell('draft', $id);
wp_update_post(['ID' => $id, 'post_status' => 'publish', 'edit_date' => true, 'post_date' => '2024-01-05 08:30:00', 'post_date_gmt' => '2024-01-05 08:30:00']);
tell('published', $id);
wp_update_post(['ID' => $id, 'post_content' => str_replace('two more years', 'three more years', $body)]);
tell('changed', $id);
wp_update_post(['ID' => $id, 'post_status' => 'draft']);
tell('withdrawn', $id);
wp_update_post(['ID' => $id, 'post_status' => 'publish']);
tell('published again', $id);
wp_update_post(['ID' => $id, 'post_password' => 'secret']);
tell('behind a password', $id);
wp_update_post(['ID' => $id, 'post_password' => '']);
tell('open again', $id);
wp_trash_post($id);
tell('in the bin', $id);
wp_untrash_post($id);
wp_update_post(['ID' => $id, 'post_name' => 'night-bus', 'post_status' => 'publish']);
tell('out of the bin', $id);
$page = wp_insert_post(['post_type' => 'page', 'post_title' => 'About us', 'post_status' => 'publish', 'post_content' => $body]);
tell('a page is no article', $page);
$gone = wp_insert_post(['post_title' => 'Short lived', 'post_status' => 'publish', 'post_author' => 1, 'post_content' => $body]);
$slug = get_post_meta($gone, STANDFIRST_SLUG_KEY, true);
tell('short lived', $gone);
wp_delete_post($gone, true);
sleep(2);
echo json_encode(['step' => 'deleted', 'status' => ask("/v1/articles/$slug")[0]]), "\n";
