#!/bin/sh
# feedsmith 3.0.1 writes a value that holds `&` or `<` as CDATA on a line of its own, so that the element's text begins and
# ends with a line break and spaces: titles, and also `guid`, `link` and the `id` of Atom, where RFC 4287 (2) allows no
# white space. A value without those characters stands alone in its element.
#
# feedsmith itself reads it back trimmed, so that a round trip within it shows nothing. rss-parser 3.13.0 gives what
# stands there: of two articles in one feed, the one whose address has two parameters has an identifier that begins with a
# line break, and is another article for whoever knew it before.
#
# Seen: "plain: exact; two parameters: padded; read back by feedsmith: exact", for RSS and Atom.
# src/core/extraction/feeds/xml.ts trims every value of a feed.
set -eu
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts feedsmith@3.0.1 rss-parser@3.13.0 >/dev/null 2>&1
cat >compare.mjs <<'JS'
import { generateAtomFeed, generateRssFeed, parseAtomFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';

const PLAIN = 'https://news.example/story?id=7';
const TWO_PARAMETERS = 'https://news.example/story?id=7&page=2';
const ADDRESSES = [PLAIN, TWO_PARAMETERS];
const updated = new Date('2026-11-20T06:00:00Z');

const rss = generateRssFeed({
  title: 'News',
  link: 'https://news.example/',
  description: 'News of the day',
  items: ADDRESSES.map((address) => ({ title: 'A story', link: address, guid: { value: address } })),
});
const atom = generateAtomFeed({
  id: 'https://news.example/',
  title: { value: 'News' },
  updated,
  entries: ADDRESSES.map((address) => ({ id: address, title: { value: 'A story' }, updated })),
});

const told = (value, exact) => (value === exact ? 'exact' : value?.trim() === exact ? 'padded' : 'other');
const parser = new RssParser();
const seen = [
  [await parser.parseString(rss), 'guid', parseRssFeed(rss).items[1].guid.value],
  [await parser.parseString(atom), 'id', parseAtomFeed(atom).entries[1].id],
].map(
  ([{ items }, member, readBack]) =>
    `plain: ${told(items[0][member], PLAIN)}; two parameters: ${told(items[1][member], TWO_PARAMETERS)}; read back by feedsmith: ${told(readBack, TWO_PARAMETERS)}`,
);
console.log(`RSS: ${seen[0]}\nAtom: ${seen[1]}`);
const EXPECTED = 'plain: exact; two parameters: padded; read back by feedsmith: exact';
process.exit(seen.every((line) => line === EXPECTED) ? 0 : 1);
JS
node compare.mjs
