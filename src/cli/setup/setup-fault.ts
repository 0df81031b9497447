/** Setup cannot go on; what it did so far stays, and it may be run again. */
export class SetupFault extends Error {
  override readonly name = 'SetupFault';
  /** What to do about it. */
  readonly todo: string;

  constructor(message: string, todo: string) {
    super(message);
    this.todo = todo;
  }
}
