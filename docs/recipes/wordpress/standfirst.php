<?php
/**
 * Plugin Name: Standfirst
 * Description: Sends articles to your Standfirst service when they are published, changed or withdrawn, and places its tag.
 *
 * Put this file into wp-content/mu-plugins/ and two lines into wp-config.php:
 *
 *   define('STANDFIRST_ORIGIN', 'https://summaries.news.example');
 *   define('STANDFIRST_TOKEN', 'standfirst_…'); // scope write
 *
 * define('STANDFIRST_TAG', false) leaves the tag out, where the box is put into the page at the edge.
 * The filter standfirst_post_types says which types of posts are articles; standfirst_article may change what is sent.
 */

if (!defined('ABSPATH')) exit;

const STANDFIRST_SLUG_KEY = '_standfirst_slug';
const STANDFIRST_TROUBLE_KEY = '_standfirst_trouble';
const STANDFIRST_ATTEMPTS = 6;

/** An address keeps its article, so the slug is the one that the service itself gives to a page. */
function standfirst_slug(WP_Post $post, string $url): string {
	$known = get_post_meta($post->ID, STANDFIRST_SLUG_KEY, true);
	if ($known !== '') return $known;
	$parts = wp_parse_url($url);
	$port = isset($parts['port']) && !in_array($parts['port'], [80, 443], true) ? ':' . $parts['port'] : '';
	$path = preg_replace_callback('/%[0-9a-f]{2}/i', fn ($hex) => strtoupper($hex[0]), $parts['path'] ?? '');
	$query = isset($parts['query']) ? '?' . $parts['query'] : '';
	$page = strtolower($parts['host']) . $port . preg_replace('#/$#', '', $path) . $query;
	$segments = array_filter(explode('/', $path), 'strlen');
	$stem = rawurldecode((string) end($segments));
	if (function_exists('normalizer_normalize')) $stem = normalizer_normalize($stem, Normalizer::FORM_KD) ?: $stem;
	$stem = strtolower(preg_replace('/\p{M}/u', '', $stem) ?? '');
	$stem = trim(substr(preg_replace('/[^a-z0-9]+/', '-', $stem), 0, 80), '-');
	return ($stem === '' ? 'page' : $stem) . '-' . substr(hash('sha256', $page), 0, 8);
}

/** The article as readers get it: blocks and short codes drawn. */
function standfirst_article(WP_Post $post, string $url): array {
	$GLOBALS['post'] = $post;
	setup_postdata($post);
	$plain = fn (string $html): string => trim(html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8'));
	$article = [
		'title' => mb_substr($plain(get_the_title($post)), 0, 300),
		'html' => apply_filters('the_content', $post->post_content),
		'url' => $url,
		'publishedAt' => get_post_time('Y-m-d\TH:i:s\Z', true, $post),
		'updatedAt' => get_post_modified_time('Y-m-d\TH:i:s\Z', true, $post),
		'language' => get_bloginfo('language'),
		'tags' => array_slice(array_map(fn ($tag) => mb_substr($plain($tag->name), 0, 60), get_the_tags($post->ID) ?: []), 0, 20),
	];
	$byline = $plain(get_the_author_meta('display_name', (int) $post->post_author));
	if ($byline !== '') $article['byline'] = mb_substr($byline, 0, 200);
	if (has_excerpt($post)) $article['description'] = mb_substr($plain($post->post_excerpt), 0, 500);
	$image = get_the_post_thumbnail_url($post, 'full');
	if ($image) $article['image'] = ['url' => $image, 'alt' => $plain(get_post_meta(get_post_thumbnail_id($post), '_wp_attachment_image_alt', true))];
	wp_reset_postdata();
	return apply_filters('standfirst_article', $article, $post);
}

/** @return string|null What went wrong; null where it is done. */
function standfirst_call(string $method, string $slug, ?array $body, array $headers = []): ?string {
	if (!defined('STANDFIRST_ORIGIN') || !defined('STANDFIRST_TOKEN')) return 'STANDFIRST_ORIGIN and STANDFIRST_TOKEN are not set';
	$answer = wp_remote_request(rtrim(STANDFIRST_ORIGIN, '/') . '/v1/articles/' . $slug, [
		'method' => $method,
		'timeout' => 8,
		'headers' => $headers + ['Authorization' => 'Bearer ' . STANDFIRST_TOKEN, 'Content-Type' => 'application/json'],
		'body' => $body === null ? null : wp_json_encode($body),
	]);
	if (is_wp_error($answer)) return $answer->get_error_message();
	$status = wp_remote_retrieve_response_code($answer);
	if ($status < 300 || ($method === 'DELETE' && in_array($status, [404, 410], true))) return null;
	// A call that overtook this one has sent a newer version.
	$problem = json_decode(wp_remote_retrieve_body($answer), true);
	if ($status === 409 && str_ends_with($problem['type'] ?? '', '/older-than-stored')) return null;
	return $status . ' ' . ($problem['title'] ?? '') . ' ' . ($problem['detail'] ?? '');
}

/** Sends what the post is now: the article, or that it is withdrawn. What fails is tried again, later and later. */
function standfirst_send(int $id, int $attempt = 1): void {
	$post = get_post($id);
	if ($post === null || !in_array($post->post_type, apply_filters('standfirst_post_types', ['post']), true)) return;
	$is_public = $post->post_status === 'publish' && $post->post_password === '';
	$slug = get_post_meta($id, STANDFIRST_SLUG_KEY, true);
	if (!$is_public && $slug === '') return;
	if ($is_public) {
		$url = get_permalink($post);
		$slug = standfirst_slug($post, $url);
		update_post_meta($id, STANDFIRST_SLUG_KEY, $slug);
		// Whatever stands there is replaced: this is the publisher's own word.
		$trouble = standfirst_call('PUT', $slug, ['status' => 'published'] + standfirst_article($post, $url));
		if ($trouble !== null && str_starts_with($trouble, '428')) $trouble = standfirst_call('PUT', $slug, ['status' => 'published'] + standfirst_article($post, $url), ['If-Match' => '*']);
	} else {
		$trouble = standfirst_call('DELETE', $slug, null, ['If-Match' => '*']);
	}
	if ($trouble === null) {
		delete_post_meta($id, STANDFIRST_TROUBLE_KEY);
		return;
	}
	update_post_meta($id, STANDFIRST_TROUBLE_KEY, $trouble);
	if ($attempt < STANDFIRST_ATTEMPTS) wp_schedule_single_event(time() + 60 * 4 ** ($attempt - 1), 'standfirst_again', [$id, $attempt + 1]);
}
add_action('standfirst_again', 'standfirst_send', 10, 2);

/** After terms and fields are saved too, from every editor, and when the clock publishes (WordPress 5.6). */
add_action('wp_after_insert_post', function (int $id): void {
	if (!wp_is_post_revision($id) && !wp_is_post_autosave($id)) standfirst_send($id);
});
add_action('before_delete_post', function (int $id): void {
	$slug = get_post_meta($id, STANDFIRST_SLUG_KEY, true);
	if ($slug !== '') standfirst_call('DELETE', $slug, null, ['If-Match' => '*']);
});

/** The box on the pages of articles. */
add_action('wp_head', function (): void {
	if (!defined('STANDFIRST_ORIGIN') || (defined('STANDFIRST_TAG') && !STANDFIRST_TAG)) return;
	if (!is_singular(apply_filters('standfirst_post_types', ['post'])) || post_password_required()) return;
	wp_print_script_tag(['src' => esc_url(rtrim(STANDFIRST_ORIGIN, '/') . '/widget/v1/standfirst.full.js'), 'data-auto' => 'top bottom']);
});

/** Editors are told, where they look anyway. */
add_action('admin_notices', function (): void {
	$screen = get_current_screen();
	$id = get_the_ID();
	if ($screen === null || $screen->base !== 'post' || !$id) return;
	$trouble = get_post_meta($id, STANDFIRST_TROUBLE_KEY, true);
	if ($trouble !== '') printf('<div class="notice notice-warning"><p>Standfirst: %s</p></div>', esc_html($trouble));
});
