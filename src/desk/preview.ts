interface Preview {
  faults: { text: string }[][];
  short: unknown;
  medium: unknown;
  long: unknown;
}

/** While somebody types, the service is asked when they pause. */
const PAUSE_MS = 300;

interface PreviewOptions {
  /** Where the box goes; its data say of which page and in which theme. */
  place: HTMLElement | null;
  address: string;
  onFaults(faults: Preview['faults']): void;
  /** The HTTP status, or 0 where there was no answer. */
  onFailure(status: number): void;
}

/** Shows words as readers would see them: the real box, whose question the page itself answers. */
export function createPreview({
  place,
  address,
  onFaults,
  onFailure,
}: PreviewOptions): (sentences: readonly string[]) => void {
  let box: (HTMLElement & { reload(): void }) | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let answer: Preview | undefined;

  answerTheBox(() => answer);

  async function ask(sentences: readonly string[]): Promise<void> {
    const turn = ++latest;
    const body = new URLSearchParams(sentences.map((sentence) => ['sentence', sentence]));
    const response = await send(address, body);
    if (turn !== latest) return; // Somebody typed on meanwhile.
    if (response?.ok !== true) return onFailure(response?.status ?? 0);
    answer = (await response.json()) as Preview;
    if (box === undefined) box = place === null ? undefined : drawBox(place);
    else box.reload();
    onFaults(answer.faults);
  }

  return (sentences) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(sentences), box === undefined ? 0 : PAUSE_MS);
  };
}

async function send(address: string, body: URLSearchParams): Promise<Response | undefined> {
  try {
    return await fetch(address, { method: 'POST', body });
  } catch {
    return undefined;
  }
}

/** The box asks the service by `fetch`, as everywhere; here its questions end in the page. */
function answerTheBox(answer: () => Preview | undefined): void {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const preview = url.pathname === '/v1/summary' ? answer() : undefined;
    if (preview === undefined) return fetch(input, init);
    const length = url.searchParams.get('length');
    const summary = length === 'medium' || length === 'long' ? preview[length] : preview.short;
    return Response.json(summary);
  };
}

function drawBox(place: HTMLElement): HTMLElement & { reload(): void } {
  const { url = '', theme = '{}' } = place.dataset;
  const box = document.createElement('stand-first') as HTMLElement & { reload(): void };
  const attributes = { url, article: '#text', features: 'length jump', open: '', 'heading-level': '3' };
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  for (const [name, value] of Object.entries(JSON.parse(theme) as Record<string, string>))
    box.style.setProperty(name, value);
  place.append(box);
  place.hidden = false;
  return box;
}
