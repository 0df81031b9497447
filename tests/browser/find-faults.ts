import type { Tab } from './engines/engine.ts';
import type { HostPage } from './host-pages.ts';
import { sumShifts } from './layout-shift.ts';

const SHIFT_MAX = 0.001;
const RESTS_MAX = 8;

/** Only to end what hangs. */
const PATIENCE_MS = 60_000;

/** Calls in the page until it says something that is not null. */
async function until<Result>(tab: Tab, what: string, ask: () => Result | null): Promise<Result> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; ) {
    const result = await tab.evaluate(ask);
    if (result !== null) return result as Result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${what}`);
}

/** Presses the middle of what is found, brought into view first. */
async function press(tab: Tab, what: string, find: () => { x: number; y: number } | null): Promise<void> {
  const { x, y } = await until(tab, what, find);
  await tab.press(x, y);
}

/** What a reader sees of the box before and after opening it. */
function lookAtBox() {
  const box = document.querySelector('stand-first') as HTMLElement;
  const parent = box.parentElement as HTMLElement;
  const room = getComputedStyle(parent);
  const isVertical = room.writingMode.startsWith('vertical');
  // As laid out, whatever the page zooms to.
  const sides = (element: HTMLElement, kind: 'offset' | 'client'): [along: number, across: number] => {
    const of = [element[`${kind}Width`], element[`${kind}Height`]] as [number, number];
    return isVertical ? [of[1], of[0]] : of;
  };
  const [width, height] = sides(box, 'offset');
  const parentWidth =
    sides(parent, 'client')[0] -
    Number.parseFloat(room.paddingInlineStart) -
    Number.parseFloat(room.paddingInlineEnd);
  const beside = box.nextElementSibling as HTMLElement | null;
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const inner = box.shadowRoot?.querySelector('[part~=box]') as HTMLElement;
  const { textIndent, textTransform, wordSpacing, letterSpacing, textShadow, whiteSpace, fontStyle } =
    getComputedStyle(box.shadowRoot?.querySelector('[part=title]') as Element);
  return {
    standsBefore: (box.nextElementSibling ?? box.parentElement?.nextElementSibling)?.localName,
    width,
    height: height / Math.max(1, rootSize / 16),
    roomWidth: Math.min(
      beside?.localName === 'p' ? sides(beside, 'offset')[0] : parentWidth,
      Number.parseFloat(getComputedStyle(box).maxInlineSize) || Number.POSITIVE_INFINITY,
    ),
    overflows: isVertical
      ? inner.scrollHeight > inner.clientHeight + 1
      : inner.scrollWidth > inner.clientWidth + 1,
    styles: [textIndent, textTransform, wordSpacing, letterSpacing, textShadow, whiteSpace, fontStyle].join(),
  };
}

/** Where the marked sentence and the button back are. */
function lookAtJump() {
  const box = document.querySelector('stand-first') as HTMLElement;
  const [range] = CSS.highlights.get('standfirst') ?? [];
  const line = (range as Range | undefined)?.getClientRects()[0];
  const back = box.shadowRoot?.querySelector('[part=back]')?.getBoundingClientRect();
  if (line === undefined || back === undefined) return null;
  const under = document.elementFromPoint(line.x + 2, line.y + line.height / 2);
  return {
    isInView: line.top >= 0 && line.bottom <= innerHeight,
    isOnTop: under?.contains((range as Range).startContainer) ?? false,
    isInOwnArticle:
      box.closest('article,td,.entry-content,body')?.contains((range as Range).startContainer) ?? false,
    backFromBottom: Math.round(innerHeight - back.bottom),
    backOffCentre: Math.round(Math.abs(back.left + back.right - document.documentElement.clientWidth) / 2),
  };
}

const findRow = () => {
  const row = document.querySelector('stand-first')?.shadowRoot?.querySelector('[part=button]');
  row?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, height } = row?.getBoundingClientRect() ?? { x: 0, y: 0, height: 0 };
  return height > 0 ? { x: x + 20, y: y + height / 2 } : null;
};
const findMark = () => {
  const marks = document.querySelector('stand-first')?.shadowRoot?.querySelectorAll('[part=source]');
  const mark = marks?.[marks.length - 1];
  mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = mark?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
  return height > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
};
const isReady = () => (document.querySelector('stand-first')?.state === 'ready' ? true : null);
const isReadyElement = () => (document.querySelector('stand-first')?.shadowRoot ? true : null);

/** Everything that a page's box promises, as far as a reader gets: whatever is not so. */
export async function findFaults(tab: Tab, page: HostPage): Promise<string[]> {
  const faults: string[] = [];
  const claim = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  if (page.beforeOpening !== undefined) await tab.evaluate(page.beforeOpening);
  await until(tab, 'the box', isReadyElement);
  const closed = await tab.evaluate(lookAtBox);
  const places = [page.standsBefore, page.standsBeforeIfUnpainted ?? page.standsBefore];
  claim(places.includes(closed.standsBefore), `stands before ${closed.standsBefore}`);
  claim(closed.width > closed.roomWidth - 2, `${closed.width} of ${closed.roomWidth} px wide`);
  claim(closed.height > 60 && closed.height < 120, `${closed.height} px high`);
  claim(closed.styles === '0px,none,0px,normal,none,normal,normal', `wears ${closed.styles}`);
  // Before the press: what moves after it is excused for half a second, which a busy machine may outlast.
  const shift = await tab.evaluate(sumShifts);
  claim(shift <= SHIFT_MAX || page.keepsNoPlace === true, `shifts by ${shift}`);
  await press(tab, 'the row', findRow);
  if (page.isUnknown === true) {
    await until(tab, 'the word that there is none', () =>
      document.querySelector('stand-first')?.state === 'none' ? true : null,
    );
    return faults;
  }
  await until(tab, 'the summary', isReady);
  const open = await tab.evaluate(lookAtBox);
  claim(!open.overflows, 'is wider than its place');
  if (page.afterOpening !== undefined) await tab.evaluate(page.afterOpening);
  await press(tab, 'the mark', findMark);
  const result = await until(tab, 'the button back, or the word that nothing is shown', () => {
    const root = document.querySelector('stand-first')?.shadowRoot;
    // It is drawn with the press, and shown with the next frame, which also takes the focus there.
    if (root?.querySelector('[part=back]:not([hidden])')) return 'shown';
    return root?.textContent?.includes('does not show') === true ? 'told' : null;
  });
  claim(page.isCut === undefined ? result === 'shown' : [result, 'perhaps'].includes(page.isCut), result);
  if (result === 'told') claim((await tab.evaluate(lookAtJump)) === null, 'offers the way back from nowhere');
  else await followJump(tab, claim);
  return [...faults, ...(await tab.takeErrors())];
}

/** Where the reader arrives, and that Escape leads back. */
async function followJump(tab: Tab, claim: (holds: boolean, fault: string) => void): Promise<void> {
  let jump: ReturnType<typeof lookAtJump> = null;
  // A busy machine may begin to scroll only after a while.
  for (let count = 0; count < RESTS_MAX && jump?.isInView !== true; count += 1) {
    await tab.evaluate(restScrolling);
    jump = await tab.evaluate(lookAtJump);
  }
  claim(jump?.isInView === true && jump.isOnTop, 'the sentence is not in view');
  claim(jump?.isInOwnArticle === true, 'marks another article');
  claim(
    jump !== null && jump.backFromBottom > 0 && jump.backFromBottom < 60 && jump.backOffCentre < 3,
    `the button back is ${jump?.backFromBottom} px above the edge, ${jump?.backOffCentre} px off the middle`,
  );
  await tab.pressEscape();
  await until(tab, 'the way back', () =>
    document.querySelector('stand-first')?.shadowRoot?.activeElement?.getAttribute('part') === 'source'
      ? true
      : null,
  );
}

/** Resolves when nothing has scrolled for a while. */
function restScrolling(): Promise<void> {
  return new Promise((resolve) => {
    const where = () =>
      [...(CSS.highlights.get('standfirst') ?? [])]
        .map((range) => (range as Range).getBoundingClientRect().top)
        .join();
    let [last, count] = ['', 0];
    const timer = setInterval(() => {
      count = where() === last ? count + 1 : 0;
      last = where();
      if (count < 6) return;
      clearInterval(timer);
      resolve();
    }, 60);
  });
}
