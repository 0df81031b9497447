#!/usr/bin/env bash
# Installs the Ghost that the recipe is tried in, where site.ts looks for it. Its package refers to files within itself, so
# it has to be the root of the installation, as Ghost's own installer has it. Its store is Debian's mariadb-server.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=node_modules/.cache/standfirst/ghost
rm -rf "$folder" && mkdir -p "$folder"
file="$(npm pack --silent --pack-destination "$folder" ghost@6.65.0)"
tar xzf "$folder/$file" --strip-components=1 -C "$folder"
rm "$folder/$file"
cd "$folder"
npm install --legacy-peer-deps --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
