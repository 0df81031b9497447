import * as bytes from '@exodus/bytes/encoding-lite.js';
import { describe, expect, it } from 'vitest';
import { getBOMEncoding, labelToName } from '../../../../src/core/extraction/page/encoding-labels.ts';

/** Labels of each kind of name: capitals, mixed, small; with spaces around, unknown. */
const LABELS =
  'utf8 UTF-8 unicode-1-1-utf-8 latin1 ascii l1 cp1252 x-cp1251 koi8-r koi iso-8859-2 latin2 iso-8859-8-i visual windows-1256 big5-hkscs cn-big5 sjis ms_kanji x-sjis euc-jp ks_c_5601-1987 gb2312 chinese gb18030 macintosh x-mac-cyrillic ibm866 utf-16 utf-16be x-user-defined dos-874 tis-620 none x-none null'.split(
    ' ',
  );

describe('the stand-in for labels of encodings', () => {
  it.each(LABELS)('names %s as the package does', (label) => {
    for (const written of [label, label.toUpperCase(), ` ${label}\n`])
      expect(labelToName(written)).toBe(bytes.labelToName(written));
  });

  it.each([[[0xef, 0xbb, 0xbf, 65]], [[0xff, 0xfe]], [[0xfe, 0xff, 0]], [[0xef, 0xbb]], [[65]], [[]]])(
    'sees the byte order mark of %j as the package does',
    (list) => {
      expect(getBOMEncoding(Uint8Array.from(list))).toBe(bytes.getBOMEncoding(Uint8Array.from(list)));
    },
  );
});
