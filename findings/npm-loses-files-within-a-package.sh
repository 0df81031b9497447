#!/bin/sh
# npm 11.19.1 publishes a package whose dependencies are files within it (`file:components/part.tgz`), and cannot install
# it as anybody's dependency: it looks for those files before it has unpacked the package that holds them.
#
# As the root of an installation the same package is complete, so whoever publishes it sees nothing of it. ghost 6.65.0
# is one: `npm install ghost` says that two dozen tarballs "seem to be corrupted" and ends with ENOENT.
#
# Seen: "as the root: 0", "as a dependency: 254, ENOENT".
# `tests/recipes/ghost/install.sh` unpacks the package and installs it from within.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tool part whole whole/components user
npm install --silent --no-audit --no-fund --prefix tool npm@11.19.1 >/dev/null 2>&1
npm="$folder/tool/node_modules/.bin/npm"
cat >part/package.json <<'JSON'
{ "name": "part", "version": "1.0.0" }
JSON
(cd part && "$npm" pack --silent --pack-destination ../whole/components >/dev/null)
cat >whole/package.json <<'JSON'
{ "name": "whole", "version": "1.0.0", "dependencies": { "part": "file:components/part-1.0.0.tgz" } }
JSON
(cd whole && "$npm" pack --silent --pack-destination .. >/dev/null)
cat >user/package.json <<'JSON'
{ "name": "user", "version": "1.0.0", "dependencies": { "whole": "file:../whole-1.0.0.tgz" } }
JSON
run() {
  status=0
  (cd "$1" && "$npm" install --offline --ignore-scripts --no-audit --no-fund) >"$folder/output" 2>&1 || status=$?
}
run whole
root=$status
run user
dependency=$status
code="$(sed -n 's/^npm error code \(.*\)/\1/p' "$folder/output")"
echo "as the root: $root"
echo "as a dependency: $dependency, $code"
[ "$root" = 0 ] && [ "$code" = ENOENT ]
