import type { drawAsk } from './ask.ts';
import { ASK_TOOLS } from './ask-tools.ts';
import { emit } from './box-life.ts';
import { drawControl, has, type OpenBox, pageUrl, say } from './open-box.ts';
import type { StandFirstElement } from './stand-first-element.ts';
import type { Tools } from './tools.ts';

/** Draws what a site has asked for beyond the usual: buttons, anew with each summary, and a field for questions. */
export function addExtras(box: OpenBox, tools: Tools): void {
  const { toolBar } = box;
  const isSame = () => toolBar === box.toolBar; // Else the panel was drawn anew, and has extras of its own.
  const add = () => {
    if (!isSame()) return;
    (box.footLine.lastChild as Element).append(
      has(box, 'share') ? drawShare(box, tools) : '',
      ...(has(box, 'feedback') ? drawFeedback(box) : []),
    );
  };
  box.addEventListener('standfirst-load', add);
  if (box.footLine.lastChild) add();
  if (has(box, 'ask'))
    (box.constructor as typeof StandFirstElement).fetchModule<{ drawAsk: typeof drawAsk }>(
      ASK_FILE,
      ASK_INTEGRITY,
      (ask) => isSame() && ask.drawAsk(box, ASK_TOOLS, tools),
    );
}

/** By the browser's own sharing, which a reader may call off, else the link is copied. */
function drawShare(box: OpenBox, [drawCopy]: Tools): Node | '' {
  const url = pageUrl(box);
  if (!navigator.share) return drawCopy(box, 'share', url);
  return drawControl(() => {
    navigator.share({ title: document.title, url }).then(
      () => emit(box, 'share', { how: 'share' }),
      () => {},
    );
  }, box.labelOf('share'));
}

/** Two answers, of which at most one is pressed; a second press takes it back. */
function drawFeedback(box: OpenBox): HTMLElement[] {
  const { labelOf } = box;
  const answers = ['helpful', 'notHelpful'].map((name, index) => {
    const answer = drawControl(() => {
      const isPressed = answer.ariaPressed !== 'true';
      for (const other of answers) other.ariaPressed = `${isPressed && other === answer}`;
      say(box, isPressed ? labelOf('thanks') : '');
      emit(box, 'feedback', { v: isPressed ? 1 - 2 * index : 0 });
    }, labelOf(name));
    answer.ariaPressed = 'false';
    return answer;
  });
  return answers;
}
