/** How often, and how many times, it is looked whether what was opened has opened: many do so slowly. */
const LOOK_EVERY_MS = 100;
const LOOKS_MAX = 10;

/** How far a line may be cut and still be read. */
const CUT_MAX_PX = 4;

/** What opens something beside it; a link leads elsewhere, and a form sends something. */
const OPENERS = 'button,[role=button],label,a[href="#"]';

/**
 * Opens what hides a sentence, as a reader would.
 *
 * @param find - Looks for it, the first of its places first.
 * @returns Where it stands; nothing where the page does not hold it any more, or does not show it.
 */
export async function reveal(find: () => Range[]): Promise<Range[] | undefined> {
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const ranges = find();
    const [range] = ranges;
    if (!range) return;
    const place = range.startContainer.parentElement as Element;
    openDetails(place);
    const hiding = findHiding(range, place);
    if (!hiding) return ranges;
    if (!looks) {
      const opener = findOpener(hiding);
      if (!opener) return;
      opener.click();
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function openDetails(place: Element): void {
  const closed = place.closest<HTMLDetailsElement>('details:not([open]),[hidden=until-found]');
  if (!closed) return;
  closed.hidden = false;
  closed.open = true;
  openDetails(closed);
}

/** The element at whose edge the sentence's text is cut, or that which is not drawn at all. */
function findHiding(range: Range, place: Element): Element | undefined {
  const [line] = range.getClientRects();
  if (!line?.height) return place;
  for (
    let around: Element | null = place;
    around && around !== document.body;
    around = around.parentElement
  ) {
    const edge = around.getBoundingClientRect();
    if (
      /hidden|clip/.test(getComputedStyle(around).overflowY) &&
      (line.top + CUT_MAX_PX > edge.bottom || line.bottom < edge.top + CUT_MAX_PX)
    )
      return around;
  }
  return;
}

/**
 * The control that shows the rest: one that names what it opens, else what stands right below the cut text, as "Read more"
 * does. None where the rest is sold: what stands there then is an offer.
 */
function findOpener(hiding: Element): HTMLElement | undefined {
  const isSold = [...document.querySelectorAll('[type="application/ld+json"]')].some(({ textContent }) =>
    /"isAccessibleForFree":\s*"?false/i.test(textContent as string),
  );
  if (isSold) return;
  for (
    let around: Element | null = hiding;
    around && around !== document.body;
    around = around.parentElement
  ) {
    const named =
      around.id && document.querySelector<HTMLElement>(`[aria-controls~="${CSS.escape(around.id)}"]`);
    if (named) return named;
  }
  return [hiding.nextElementSibling, hiding.lastElementChild, hiding.parentElement?.nextElementSibling]
    .map((beside) => {
      const found = beside?.matches(OPENERS) ? beside : beside?.querySelector(OPENERS);
      // Nothing but the control: in a longer element it may be there for anything.
      return found?.textContent?.trim() === beside?.textContent?.trim() ? found : undefined;
    })
    .find((found) => found && !found.closest('form,[aria-haspopup]')) as HTMLElement | undefined;
}
