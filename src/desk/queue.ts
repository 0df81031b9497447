/** One box chooses the whole page. */
export function openQueue(queue: HTMLElement): void {
  const boxes = [...queue.querySelectorAll<HTMLInputElement>('input')];
  const label = document.querySelector<HTMLElement>('[data-choose-all]');
  const all = label?.querySelector('input');
  if (label == null || all == null) return;
  label.hidden = false;
  all.onchange = () => {
    for (const box of boxes) box.checked = all.checked;
  };
  queue.onchange = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && !all.checked;
  };
}
