import { make } from './make.ts';

type Texts = Record<'name' | 'remove' | 'up' | 'missing', string>;

/** The sentences of the summary, each in a field of its own, in the order in which readers get them. */
export class ChosenList {
  readonly #list: HTMLElement;
  readonly #texts: Texts;
  readonly #numbers: Intl.NumberFormat;
  readonly #places: readonly string[];
  readonly #onChange: () => void;

  /**
   * @param list - Carries its texts as data.
   * @param places - Sentences of the article, in its order.
   */
  constructor(list: HTMLElement, places: readonly string[], onChange: () => void) {
    this.#list = list;
    this.#texts = list.dataset as Texts;
    this.#numbers = new Intl.NumberFormat(list.dataset.language);
    this.#places = places;
    this.#onChange = onChange;
  }

  sentences(): string[] {
    return this.#filled().map(({ value }) => value.trim());
  }

  set(sentences: readonly string[]): void {
    this.#list.replaceChildren(...sentences.map((sentence) => this.#makeItem(sentence)));
    this.#number();
  }

  /** Says of each sentence what the article does not hold. */
  tell(faults: readonly (readonly { text: string }[])[]): void {
    for (const [index, field] of this.#filled().entries()) {
      const words = (faults[index] ?? []).map(({ text }) => text).join(', ');
      const line = field.closest('li')?.querySelector('.fault');
      const text = words === '' ? '' : this.#texts.missing.replace('{words}', words);
      if (line != null && line.textContent !== text) line.textContent = text;
    }
  }

  /** Puts a sentence of the article in, in its order there, or takes it out. */
  toggle(sentence: string, isTaken: boolean): void {
    const held = this.#fields().find(({ value }) => value.trim() === sentence);
    if (!isTaken) held?.closest('li')?.remove();
    else if (held === undefined) this.#insert(sentence);
    this.#changed();
  }

  /** An empty field at the end, ready to be written in. */
  add(): void {
    const item = this.#makeItem('');
    this.#list.append(item);
    this.#number();
    item.querySelector('textarea')?.focus();
  }

  #fields(): HTMLTextAreaElement[] {
    return [...this.#list.querySelectorAll('textarea')];
  }

  #filled(): HTMLTextAreaElement[] {
    return this.#fields().filter(({ value }) => value.trim() !== '');
  }

  #insert(sentence: string): void {
    const place = this.#places.indexOf(sentence);
    const next = this.#fields().find(({ value }) => this.#places.indexOf(value) > place);
    const item = this.#makeItem(sentence);
    if (next === undefined) this.#list.append(item);
    else next.closest('li')?.before(item);
  }

  #makeItem(sentence: string): HTMLLIElement {
    const change = () => this.#changed();
    const field = make('textarea', {
      className: 'sentence-field',
      rows: 1,
      value: sentence,
      dir: 'auto',
      oninput: change,
    });
    const button = (className: string, textContent: string, onclick: () => void) =>
      make('button', { type: 'button', className, textContent, onclick } as Partial<HTMLButtonElement>);
    const item = make('li', { className: 'words' }, [
      field,
      button('tool up', '↑', () => this.#move(item, -1)),
      button('tool', '×', () => this.#remove(item)),
      make('strong', { className: 'fault', role: 'status' }),
    ]);
    field.onkeydown = (event) => this.#handleKey(event, item);
    return item;
  }

  #handleKey(event: KeyboardEvent, item: HTMLLIElement): void {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault(); // A sentence is one line.
      if (event.ctrlKey || event.metaKey) document.querySelector<HTMLElement>('[value=edit]')?.click();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.#move(item, event.key === 'ArrowUp' ? -1 : 1);
    }
  }

  #move(item: HTMLLIElement, by: 1 | -1): void {
    if (by === 1) item.nextElementSibling?.after(item);
    else item.previousElementSibling?.before(item);
    item.querySelector('textarea')?.focus();
    this.#changed();
  }

  #remove(item: HTMLLIElement): void {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector('textarea') ?? document.querySelector<HTMLElement>('#add'))?.focus();
    this.#changed();
  }

  #changed(): void {
    this.#number();
    this.#onChange();
  }

  /** Who hears the fields tells them apart by their numbers. */
  #number(): void {
    const { name, up, remove } = this.#texts;
    for (const [index, item] of [...this.#list.children].entries())
      for (const [place, control] of [...item.querySelectorAll('textarea, button')].entries())
        control.ariaLabel = ([name, up, remove][place] ?? '').replace('{n}', this.#numbers.format(index + 1));
  }
}
