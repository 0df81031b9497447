import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import files from './desk-files.json' with { type: 'json' };
import type { DeskLabels } from './desk-labels.ts';

/** Nothing but our own sheet, script, forms and box. */
export const DESK_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** How the desk speaks: the texts, the language that they are in, and the way it runs. */
export interface DeskVoice {
  labels: DeskLabels;
  language: string;
  direction: 'ltr' | 'rtl';
}

export interface DeskFrame extends DeskVoice {
  publicationName: string;
  /** Undefined before signing in. */
  editor: string | undefined;
}

/** A page of the desk. Articles are in languages of their own, and say so where they stand. */
export function renderDesk(title: string, frame: DeskFrame, children: Child): string {
  const { publicationName, editor, labels, language, direction } = frame;
  return String(
    html`<!DOCTYPE html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${publicationName}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/desk-files/${files.style}"><script src="/desk-files/${files.script}" defer></script></head><body>${(
      <>
        <a class="skip" href="#content">
          {labels.skip}
        </a>
        <header class="top">
          <a class="home" href="/desk" aria-keyshortcuts="q">
            {publicationName}: {labels.desk}
          </a>
          {editor === undefined ? null : (
            <form class="row" method="post" action="/desk/sign-out" data-sign-out="">
              <a class="link" href="/desk/rules">
                {labels.rules}
              </a>
              <a class="link" href="/desk/measures">
                {labels.measures}
              </a>
              <button type="button" data-help="" hidden aria-keyshortcuts="?">
                {labels.help} <kbd>?</kbd>
              </button>
              <bdi>{editor}</bdi>
              <button type="submit">{labels.signOut}</button>
            </form>
          )}
        </header>
        <main id="content">{children}</main>
        {editor === undefined ? null : <KeySheet labels={labels} />}
      </>
    )}</body></html>`,
  );
}

/** The help sheet: `data-keys` says on which pages a line is of use. */
function KeySheet({ labels }: { labels: DeskLabels }) {
  const lines: [page: string, keys: string, text: string][] = [
    ['review', 'a', labels.approve],
    ['review', 'y', labels.accept],
    ['review', 's', labels.save],
    ['review', 'z', labels.undo],
    ['review', 'r', labels.return],
    ['review', 'o', `${labels.switchOff} / ${labels.switchOn}`],
    ['review', 'j k', labels.keySentence],
    ['review', 'x', labels.keyTake],
    ['review', 'e', labels.keyEdit],
    ['review', 'Alt+↑ Alt+↓', labels.keyMove],
    ['review', 'c', labels.correction],
    ['review', 'n', labels.next],
    ['review', 'Esc', labels.keyLeave],
    ['review', 'q', labels.keyQueue],
    ['queue', 'j k', labels.keyArticle],
    ['queue', 'Enter', labels.keyOpen],
    ['queue', 'x', labels.keyTake],
    ['queue', '/', labels.search],
  ];
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{labels.help}</h2>
      <table>
        <tbody>
          {lines.map(([page, keys, text]) => (
            <tr data-keys={page}>
              <th scope="row">
                {keys.split(' ').map((key) => (
                  <kbd>{key}</kbd>
                ))}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input class="box" type="checkbox" id="single-keys" checked /> {labels.singleKeys}
      </label>
      <form method="dialog">
        <button type="submit">{labels.close}</button>
      </form>
    </dialog>
  );
}
