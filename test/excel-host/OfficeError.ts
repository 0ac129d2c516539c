/** An error that Excel answers with, by its code. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly http = 400,
  ) {
    super(message);
  }
}

export const invalid = (why?: string): OfficeError => new OfficeError("InvalidArgument", why ?? "The argument is invalid or missing or has an incorrect format.");
export const notFound = (): OfficeError => new OfficeError("ItemNotFound", "The requested resource doesn't exist.", 404);
export const exists = (): OfficeError => new OfficeError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
/** What a protected sheet or workbook answers; its message is Excel's in English. */
export const accessDenied = (): OfficeError => new OfficeError("AccessDenied", "You cannot perform the requested operation.", 403);
export const invalidOperation = (why?: string): OfficeError => new OfficeError("InvalidOperation", why ?? "The operation attempted is invalid on the object.");

/** What is there, or the error that it is not. */
export function need<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw notFound();
  return thing;
}
