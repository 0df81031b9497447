#!/usr/bin/env bash
# Records what a real WordPress answers, for wordpress.test.ts: ./record.sh [folder of answers]
# Needs Debian's wordpress, php-cli, php-mysql and mariadb-server; everything it starts ends with it.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
answers="${1:-$here/answers}"
port=8917
source "$here/site.sh"
make_site
php -d error_reporting=0 "$here/posts.php" "$work/site" "http://127.0.0.1:$port"
serve_site

mkdir -p "$answers"
ask() { # name, path
  curl -s -D "$work/head" "http://127.0.0.1:$port$2" | sed "s#http:\\\\*/\\\\*/127.0.0.1:$port#https:\\\\/\\\\/news.example#g" >"$answers/$1"
  grep -iE '^(x-wp-total|x-wp-totalpages|link|content-type|http/)' "$work/head" | tr -d '\r' | sed "s#http://127.0.0.1:$port#https://news.example#g" >"$answers/$1.head"
}
posts='/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1&orderby=date&order=asc'
ask posts.json "$posts"
ask modified.json "$posts&modified_after=2024-06-01T00:00:00Z"
ask published.json "$posts&after=2024-06-01T00:00:00Z"
ask beyond.json '/wp-json/wp/v2/posts?per_page=100&page=2&_embed=1&orderby=date&order=asc'
npx biome format --write "$answers" >/dev/null
