#!/usr/bin/env bash
# A WordPress of Debian's packages (wordpress, php-cli, php-mysql, mariadb-server) for a script that sources this: its
# folder is $work/site, its origin http://127.0.0.1:$port, and everything that it starts ends with the script.
work="$(mktemp -d)"
started=()
finish() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; wait; rm -rf "$work"; }
trap finish EXIT

make_site() {
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
}

serve_site() {
(cd "$work/site" && exec php -d error_reporting=0 -S "127.0.0.1:$port" router.php >"$work/php.log" 2>&1) &
started+=($!)
for _ in $(seq 60); do curl -s -o /dev/null "http://127.0.0.1:$port/" && break; sleep 0.5; done
}
