import type { Summary } from '../core/summary/summary.ts';
import { emit } from './box-life.ts';
import { draw } from './draw.ts';
import { drawFooter } from './footer.ts';
import { enterState, type OpenBox, say } from './open-box.ts';
import { drawPoints } from './points.ts';
import { drawToolbar } from './toolbar.ts';

/** A shift within 500 ms of a press is the reader's own doing (Layout Instability, section 2.2); a frame is spared. */
const FREE_SHIFT_MS = 450;

/** @param ms - Since the press. */
export function showSummary(box: OpenBox, summary: Summary, ms: number): void {
  const { pointArea } = box;
  const { language } = summary;
  box.labelOf = (key) => summary.labels?.[key] ?? key;
  const isShort = summary.warnings.includes('already-short');
  if (ms > FREE_SHIFT_MS) keepHeight(box);
  box.sourceMarks = [];
  const items = drawPoints(box, summary, box.sourceMarks);
  pointArea.lang = language;
  pointArea.replaceChildren(
    isShort ? draw('p', {}, box.labelOf('alreadyShort')) : '',
    draw('ul', { part: 'list' }, ...items),
    summary.correction ? draw('p', { dir: 'auto' }, summary.correction.text) : '',
  );
  drawToolbar(box, language, items, isShort);
  drawFooter(box, summary);
  box.points = summary.sentences;
  enterState(box, isShort ? 'short' : 'ready');
  say(box, box.labelOf('ready'));
  box.endings.shift(); // It stays when the box closes.
  emit(box, 'load', { n: items.length, missing: items.length - box.sourceMarks.flat().length, ms });
}

/**
 * What stands below the points is what would move: once it is out of sight, nothing does. Below the screen it has to be
 * so far off that giving the surplus back does not bring it into sight.
 */
function keepHeight({ pointArea, footLine, endings }: OpenBox): void {
  const { style } = pointArea;
  const height = `${pointArea.offsetHeight}px`;
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting || release(), {
    rootMargin: height,
  });
  const release = () => {
    observer.disconnect();
    style.minHeight = '';
  };
  style.minHeight = height;
  observer.observe(footLine);
  endings.push(release);
}
