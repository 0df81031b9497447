/** Why a model gave nothing that could be judged. */
export type GenerationFailureKind =
  | 'rate-limited'
  | 'unavailable'
  | 'timed-out'
  | 'unauthorised'
  /** The generator's Worker has no binding `AI`. */
  | 'ai-not-bound'
  /** The endpoint takes no such request: another model, another address. */
  | 'rejected'
  | 'answer-too-long'
  | 'cut-off'
  | 'refused'
  | 'not-json'
  | 'wrong-shape'
  | 'other-language'
  /** Fewer than half of its sentences were held up by the article. */
  | 'not-grounded'
  /** Begun time and again, and never ended. */
  | 'interrupted';

/** What went wrong, in words of ours: what an endpoint says of itself may hold anything. */
export class GenerationError extends Error {
  readonly kind: GenerationFailureKind;
  /** What the endpoint asks for; undefined where it asks for nothing. */
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: GenerationFailureKind, retryAfterSeconds?: number, options?: ErrorOptions) {
    super(kind, options);
    this.name = 'GenerationError';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
