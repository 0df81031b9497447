import { html } from 'hono/html';
import type { Child } from 'hono/jsx';

/** Nothing but our own sheet and our own forms. */
export const DESK_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface DeskFrame {
  publicationName: string;
  /** Undefined before signing in. */
  editor: string | undefined;
}

/** A page of the desk. Labels are English; what stands in the publication's language says so. */
export function renderDesk(title: string, { publicationName, editor }: DeskFrame, children: Child): string {
  return String(
    html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${publicationName}</title><link rel="stylesheet" href="/desk.css"></head><body>${(
      <>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <header>
          <a href="/desk">{publicationName}: desk</a>
          {editor === undefined ? null : (
            <form method="post" action="/desk/sign-out">
              <span>{editor}</span> <button type="submit">Sign out</button>
            </form>
          )}
        </header>
        <main id="content">{children}</main>
      </>
    )}</body></html>`,
  );
}
