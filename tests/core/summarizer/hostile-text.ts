import fc from 'fast-check';

const PIECES = [
  'The bridge will close on 3 May.',
  'He said: "We did this. We did that."',
  'Why?',
  'Dr. Smith left.',
  '...',
  '!?',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\u202e',
  '\ufeff',
  '👩‍👩‍👧',
  '😀',
  '東京で火事があった。',
  '「はい。」',
  'ประเทศไทยรวมเลือดเนื้อชาติเชื้อไทย ',
  'وقال الوزير.',
  'שלום עולם.',
  'e\u0301',
  '\u0301',
  '\ud800',
  '\udc00',
  '(',
  ')',
  '"',
  "'",
  '“',
  '”',
  '«',
  '»',
  '[1]',
  '1. ',
  'a) ',
  '• ',
  'U.S. ',
  'word ',
  'Word ',
  'été.Mais',
  '12.5',
  'Click here',
  'Photo: me',
  'हिन्दी वाक्य। ',
  'Why? Because',
  'İstanbul',
  'ß',
  '\u0000',
  '𝔘𝔫𝔦',
  '𠀀𠀁',
] as const;

/** Text made to break rules of thumb: marks, spaces and scripts in every order, beside plain random Unicode. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 40,
    })
    .map((p) => p.join(' ')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
