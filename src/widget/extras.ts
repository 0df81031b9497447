import type { OpenBox } from './open-box.ts';
import type { Tools } from './tools.ts';

/** Draws what a site has asked for beyond the usual, anew with each summary. */
export function addExtras(box: OpenBox, tools: Tools): void {
  const { toolBar } = box;
  const [, , , , has] = tools;
  const add = () => {
    if (toolBar !== box.toolBar) return; // The panel was drawn anew, and has extras of its own.
    (box.footLine.lastChild as Element).append(
      has(box, 'share') ? drawShare(box, tools) : '',
      ...(has(box, 'feedback') ? drawFeedback(box, tools) : []),
    );
  };
  box.addEventListener('standfirst-load', add);
  if (box.footLine.lastChild) add();
}

/** By the browser's own sharing, which a reader may call off, else the link is copied. */
function drawShare(box: OpenBox, [, drawControl, drawCopy, emit, , pageUrl]: Tools): Node | '' {
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
function drawFeedback(box: OpenBox, [, drawControl, , emit, , , say]: Tools): HTMLElement[] {
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
