#!/bin/sh
# npm 11.19.1 writes a lock file that its own `npm ci` refuses, where a dependency names an optional package that the
# registry does not have.
#
# `npm install` passes over such a package, as it should, and writes no entry for it. `npm ci` then builds the tree anew,
# misses the entry, and says that package.json and the lock are not in sync; the advice that it gives, to run
# `npm install`, changes nothing. vite 8.4.0 had this behind a mirror that lacks one of its optional packages.
#
# Seen: "install: 0", "ci: 1, Missing: @standfirst-finding/never-published@ from lock file", "ci after the advice: 1".
# `npm run setup:generators` takes account of it.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tool dependency site
npm install --silent --no-audit --no-fund --prefix tool npm@11.19.1 >/dev/null 2>&1
npm="$folder/tool/node_modules/.bin/npm"
cat >dependency/package.json <<'JSON'
{ "name": "dependency", "version": "1.0.0", "optionalDependencies": { "@standfirst-finding/never-published": "^1.0.0" } }
JSON
(cd dependency && "$npm" pack --silent >/dev/null)
cat >site/package.json <<'JSON'
{ "name": "site", "version": "1.0.0", "dependencies": { "dependency": "file:../dependency/dependency-1.0.0.tgz" } }
JSON
cd site
run() {
  status=0
  "$npm" "$1" --ignore-scripts --no-audit --no-fund >"$folder/output" 2>&1 || status=$?
}
run install
installed=$status
run ci
refused=$status
missing="$(sed -n 's/^npm error \(Missing: .*\)/\1/p' "$folder/output")"
run install
run ci
again=$status
echo "install: $installed"
echo "ci: $refused, $missing"
echo "ci after the advice: $again"
[ "$installed" = 0 ] && [ "$refused" = 1 ] && [ "$again" = 1 ] && [ -n "$missing" ]
