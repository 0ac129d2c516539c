/** An error as Office.js throws it: told by its code. */
export class FakeError extends Error {
  override readonly name = "RichApi.Error";

  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}
