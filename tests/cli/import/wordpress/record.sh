#!/usr/bin/env bash
# Records what a real WordPress answers, for wordpress.test.ts: ./record.sh [folder of answers]
# Needs Debian's wordpress, php-cli, php-mysql and mariadb-server; everything it starts ends with it.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
answers="${1:-$here/answers}"
work="$(mktemp -d)"
port=8917
started=()
finish() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait; rm -rf "$work"; }
trap finish EXIT

mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$work/data" --auth-root-authentication-method=normal >/dev/null
mariadbd --no-defaults --user="$(id -un)" --datadir="$work/data" --socket="$work/db.sock" --skip-networking --pid-file="$work/db.pid" 2>"$work/db.log" &
started+=($!)
for _ in $(seq 60); do mariadb --no-defaults --socket="$work/db.sock" -u root -e 'CREATE DATABASE wordpress' 2>/dev/null && break; sleep 0.5; done

cp -rL /usr/share/wordpress "$work/site"
rm -f "$work/site/wp-config.php"
cat >"$work/site/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:$work/db.sock');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
cat >"$work/site/router.php" <<'PHP'
<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file(__DIR__ . $path)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
PHP
php -d error_reporting=0 "$here/posts.php" "$work/site" "http://127.0.0.1:$port"
(cd "$work/site" && exec php -d error_reporting=0 -S "127.0.0.1:$port" router.php >"$work/php.log" 2>&1) &
started+=($!)
for _ in $(seq 60); do curl -s -o /dev/null "http://127.0.0.1:$port/" && break; sleep 0.5; done

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
