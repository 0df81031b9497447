import { type DeskFrame, renderDesk } from './desk-document.tsx';

export interface SignInProps {
  /** Where the editor was going, a path of the desk. */
  path: string;
  /** What was typed before the session ended: kept until it can be sent again. */
  typed: readonly (readonly [name: string, value: string])[];
  message: string | undefined;
}

export function renderSignIn(frame: DeskFrame, { path, typed, message }: SignInProps): string {
  const { labels } = frame;
  return renderDesk(
    labels.signIn,
    frame,
    <>
      <h1>{labels.signIn}</h1>
      {message === undefined ? null : <p role="alert">{message}</p>}
      <form class="sign-in" method="post" action="/desk/sign-in">
        <input type="hidden" name="path" value={path} />
        {typed.map(([name, value]) => (
          <input type="hidden" name={`typed-${name}`} value={value} />
        ))}
        <label for="token">{labels.token}</label>
        <input
          id="token"
          class="line"
          name="token"
          type="password"
          required
          autocomplete="current-password"
          autofocus
        />
        <button class="main" type="submit">
          {labels.signIn}
        </button>
      </form>
    </>,
  );
}
