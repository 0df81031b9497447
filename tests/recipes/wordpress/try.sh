#!/usr/bin/env bash
# Takes a post of a real WordPress through its life, with the recipe's plugin in it: ./try.sh <origin of a service> <token> <port>
# Prints one line of JSON a step: what the service says of the article then.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../../.."
service="$1" token="$2" port="$3"
source "$root/tests/cli/import/wordpress/site.sh"
make_site
mkdir -p "$work/site/wp-content/mu-plugins"
cp "$root/docs/recipes/wordpress/standfirst.php" "$work/site/wp-content/mu-plugins/"
sed -i "s#^require_once#define('STANDFIRST_ORIGIN', '$service'); define('STANDFIRST_TOKEN', '$token');\nrequire_once#" "$work/site/wp-config.php"
# Debian's package has no theme in it: the least that is one.
mkdir -p "$work/site/wp-content/themes/plain"
echo '/* Theme Name: Plain */' >"$work/site/wp-content/themes/plain/style.css"
cat >"$work/site/wp-content/themes/plain/index.php" <<'PHP'
<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><?php wp_head(); ?></head><body>
<?php while (have_posts()) { the_post(); ?><article><h1><?php the_title(); ?></h1><?php the_content(); ?></article><?php } wp_footer(); ?></body></html>
PHP
php -d error_reporting=0 "$here/life.php" "$work/site" "http://127.0.0.1:$port"
serve_site
for path in /2024/night-bus/ /; do
  curl -s "http://127.0.0.1:$port$path" >"$work/page.html"
  tag=$(grep -o '<script[^>]*standfirst[^>]*>' "$work/page.html" | tr '"' "'" || true)
  echo "{\"step\":\"tag of $path\",\"tag\":\"$tag\"}"
done
