import type { BrowserContext, Page } from 'playwright-core';

/**
 * Painted over and under whatever a browser marks, so that marks can be counted in a picture of the page. Some pages
 * hide themselves until their script has seen that nobody frames them; here no script runs.
 */
export const MARK_STYLE =
  '<style>html{zoom:.5;display:block!important}::target-text{background-color:rgb(255,0,255)!important;color:rgb(255,0,255)!important;text-shadow:none!important}</style>';

/** What stands in these is no word of the text, though a mark may run over it. */
const NO_WORDS = 'rt,rp,del,s,strike,sup,sub,button,math,svg,[hidden]';
const WIDTH = 1_000;
/** Longer pages are looked at as far as this, in CSS pixels. */
const HEIGHT_MAX = 14_000;

/** One stretch of a page that a browser has marked. */
export interface Mark {
  /** Words that are painted as marked. */
  seen: string;
  /** The same with words between them that nobody sees. */
  all: string;
  /** The same without notes, readings, what is struck out. */
  words: string;
  /** What the page says right before and behind the mark, with and without what is no word of the text. */
  before: string[];
  after: string[];
  inArticle: boolean;
}

interface Word {
  text: string;
  x: number;
  y: number;
  isWord: boolean;
  isSeen: boolean;
  inArticle: boolean;
}

/**
 * The words of a page, each with the middle of its box in the picture of it; letter by letter where a script puts no
 * spaces. Runs in the page.
 */
function readWords([noWords, pictureHeight]: [noWords: string, pictureHeight: number]): Word[] {
  const words: Word[] = [];
  const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Khmr}\\p{sc=Laoo}\\p{sc=Mymr}';
  const word = new RegExp(
    `(?=[\\p{L}\\p{N}])(?:[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}]\\p{M}*)+)`,
    'gu',
  );
  const hasArticle = document.querySelector('article') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (parent === null || parent.closest('script,style,template,noscript,title') !== null) continue;
    const isWord = parent.closest(noWords) === null;
    const inArticle = !hasArticle || parent.closest('article') !== null;
    const isShown = parent.checkVisibility({ visibilityProperty: true });
    for (const { 0: text, index } of node.data.matchAll(word)) {
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      // At the end of a line a word has a box of no width there as well.
      const boxes = isShown ? [...range.getClientRects()] : [];
      const box = boxes.reduce((widest, next) => (next.width > widest.width ? next : widest), new DOMRect());
      const { x, y, width, height, right, bottom } = box;
      const isSeen = width > 0 && x >= 0 && right < innerWidth && y >= 0 && bottom < pictureHeight;
      words.push({ text, x: x + width / 2, y: y + height / 2, isWord, isSeen, inArticle });
    }
  }
  return words;
}

/** Which points of a picture have the colour of marks. Runs in a page of our own. */
async function readColours([png, points]: [png: string, points: [number, number][]]): Promise<boolean[]> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (canvas === null) throw new Error('no canvas');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return points.map(([x, y]) => {
    const at = (Math.round(y) * image.width + Math.round(x)) * 4;
    return (data[at] ?? 0) > 230 && (data[at + 1] ?? 255) < 40 && (data[at + 2] ?? 0) > 230;
  });
}

/** A browser looks for the words after a page has loaded, when it has time: so long on a busy machine. */
const PATIENCE_MS = 20_000;

/** Opens addresses as a reader does, and tells what the browser has really marked: by the colours of the painted page. */
export interface MarkReader {
  /** @param isComplete - Whether these are all; otherwise the page is looked at again for a while. */
  read(url: string, isComplete: (marks: readonly Mark[]) => boolean): Promise<Mark[]>;
}

export async function openMarkReader(context: BrowserContext): Promise<MarkReader> {
  const judge = await context.newPage();
  return {
    async read(url, isComplete) {
      // A page of its own each time: a fragment is honoured once, and only where nothing was scrolled before.
      const page = await context.newPage();
      try {
        await page.goto(url, { waitUntil: 'load' });
        const end = Date.now() + PATIENCE_MS;
        for (;;) {
          await page.evaluate(() => scrollTo(0, 0));
          const marks = await readMarks(page, judge);
          if (isComplete(marks) || Date.now() > end) return marks;
        }
      } finally {
        await page.close();
      }
    },
  };
}

async function readMarks(page: Page, judge: Page): Promise<Mark[]> {
  // The window keeps its size: pages that measure themselves by it would be others in a tall one.
  const tall = await page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight));
  const height = Math.min(HEIGHT_MAX, tall);
  const words = await page.evaluate(readWords, [NO_WORDS, height] as [string, number]);
  const clip = { x: 0, y: 0, width: WIDTH, height };
  const png = (await page.screenshot({ fullPage: true, clip })).toString('base64');
  const seen = words.flatMap(({ isSeen }, index) => (isSeen ? [index] : []));
  const colours = await judge.evaluate(readColours, [
    png,
    seen.map((index): [number, number] => [words[index]?.x ?? 0, words[index]?.y ?? 0]),
  ] as [string, [number, number][]]);
  const runs: [first: number, last: number][] = [];
  let isOpen = false;
  for (const [place, index] of seen.entries()) {
    const run = runs.at(-1);
    if (colours[place] && isOpen && run !== undefined) run[1] = index;
    else if (colours[place]) runs.push([index, index]);
    // A sign in a button is never painted, and ends no mark.
    if (colours[place] || words[index]?.isWord) isOpen = colours[place] ?? false;
  }
  return runs.map(([first, last]) => describeMark(words, first, last));
}

function describeMark(all: readonly Word[], first: number, last: number): Mark {
  const spell = (list: readonly Word[]) => list.map(({ text }) => text).join('');
  const words = (list: readonly Word[]) => spell(list.filter(({ isWord }) => isWord));
  const marked = all.slice(first, last + 1);
  return {
    seen: spell(marked.filter(({ isSeen }) => isSeen)),
    all: spell(marked),
    words: words(marked.filter(({ isSeen }) => isSeen)),
    before: [spell, words].map((say) => say(all.slice(Math.max(0, first - 60), first))),
    after: [spell, words].map((say) => say(all.slice(last + 1, last + 61))),
    inArticle: marked.every(({ inArticle }) => inArticle),
  };
}
