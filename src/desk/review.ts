import { ChosenList } from './chosen-list.ts';
import { make } from './make.ts';
import { createPreview } from './preview.ts';
import { keepDraft, readDraft, type StoredDraft } from './stored-draft.ts';

const find = <Kind extends HTMLElement>(selector: string): Kind | null =>
  document.querySelector<Kind>(selector);

/** Decisions that leave no use for words that were typed before. */
const SENT: Readonly<Record<string, StoredDraft['sent']>> = {
  edit: 'words',
  approve: 'words',
  accept: 'words',
  return: 'words',
  undo: 'words',
  restore: 'words',
  correct: 'correction',
};

/** The article's form: sentences by a press, words in fields, what readers would see beside them. */
export function openReview(form: HTMLFormElement): void {
  const area = find('#chosen');
  const correction = find<HTMLTextAreaElement>('#correction');
  if (area === null || correction === null) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('#text input')];
  const standing = JSON.parse(area.dataset.standing ?? '[]') as string[];
  const publicNote = correction.defaultValue;
  const revision = Number(form.querySelector<HTMLInputElement>('[name=revision]')?.value);
  const { slug = '' } = form.dataset;

  const list = new ChosenList(
    area,
    boxes.map(({ value }) => value),
    changed,
  );
  const isChanged = () => JSON.stringify(list.sentences()) !== JSON.stringify(standing);
  const preview = createPreview({
    place: find('#preview'),
    address: `${form.action}/preview`,
    onFaults: (faults) => {
      list.tell(faults);
      find('#standing')?.toggleAttribute('hidden', find('#preview')?.hidden === false);
    },
    onFailure: (status) => {
      if (status !== 422) say(form, form.dataset[status === 401 ? 'ended' : 'offline'] ?? '');
    },
  });

  function show(): void {
    const sentences = list.sentences();
    for (const box of boxes) box.checked = sentences.includes(box.value);
    const note = find('#unsaved');
    if (note !== null) note.textContent = isChanged() ? (note.dataset.text ?? '') : '';
    preview(isChanged() || area?.dataset.edited === 'true' ? sentences : []);
  }

  function changed(): void {
    show();
    const isTyped = isChanged() || correction?.value !== publicNote;
    const draft = { revision, sentences: list.sentences(), correction: correction?.value ?? '' };
    keepDraft(slug, isTyped ? draft : undefined);
  }

  takeUp(form, area, list, correction, revision);
  area.hidden = false;
  find('#own-words')?.setAttribute('hidden', '');
  const adder = find('#add');
  if (adder !== null) {
    adder.hidden = false;
    adder.onclick = () => list.add();
  }
  for (const box of boxes) box.onchange = () => list.toggle(box.value, box.checked);
  correction.oninput = changed;
  sendOwnWords(form, list, isChanged);
  document.addEventListener('submit', (event) => {
    const sent = SENT[(event.submitter as HTMLButtonElement | null)?.value ?? ''];
    const draft = readDraft(slug);
    if (draft !== undefined && sent !== undefined) keepDraft(slug, { ...draft, sent });
  });
  show();
}

/** Begins with what the page brings, or with what was typed here before and never saved. */
function takeUp(
  form: HTMLFormElement,
  area: HTMLElement,
  list: ChosenList,
  correction: HTMLTextAreaElement,
  revision: number,
): void {
  const { slug = '', draft: given, restored = '' } = form.dataset;
  list.set(JSON.parse(area.dataset.sentences ?? '[]') as string[]);
  if (given !== undefined) {
    // Handed back by the service, unsaved: from now on this tab keeps it.
    keepDraft(slug, { revision, sentences: list.sentences(), correction: correction.value });
    return;
  }
  const draft = readDraft(slug);
  if (draft === undefined) return;
  const wasSaved = revision > draft.revision ? draft.sent : undefined;
  const before = JSON.stringify([list.sentences(), correction.value]);
  if (wasSaved !== 'words') list.set(draft.sentences);
  if (wasSaved !== 'correction') correction.value = draft.correction;
  const isBack = JSON.stringify([list.sentences(), correction.value]) !== before;
  if (isBack) say(form, restored);
  else keepDraft(slug, undefined);
}

/** With the script every sentence is sent, in order; nothing where a decision leaves them as they are. */
function sendOwnWords(form: HTMLFormElement, list: ChosenList, isChanged: () => boolean): void {
  let decision = '';
  form.addEventListener('submit', (event) => {
    decision = (event.submitter as HTMLButtonElement | null)?.value ?? '';
  });
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of ['own', 'take']) formData.delete(name);
    if (decision !== 'edit' && !isChanged()) return;
    for (const sentence of list.sentences()) formData.append('sentence', sentence);
  });
}

/** Says something once above the form. */
function say(form: HTMLFormElement, text: string): void {
  const said = find('#said') ?? make('p', { id: 'said', className: 'said', role: 'status' });
  if (!said.isConnected) form.before(said);
  if (said.textContent !== text) said.textContent = text;
}
