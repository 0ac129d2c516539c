import { COMMON_FIELDS, FIELD_CATALOGUE, fieldsFromText } from "../../forms/fields";

/** Which rows a new sheet is to have. */
export interface ChosenFields {
  readonly kind: "common" | "catalogue" | "own";
  /** The user's own list, one field a line. */
  readonly text: string;
}

export const NEW_FIELDS: ChosenFields = { kind: "common", text: "" };

/** The labels of the rows, in order. */
export function labelsOf({ kind, text }: ChosenFields): readonly string[] {
  switch (kind) {
    case "common":
      return COMMON_FIELDS.map(({ label }) => label);
    case "catalogue":
      return FIELD_CATALOGUE.map(({ label }) => label);
    case "own":
      return fieldsFromText(text).labels;
  }
}
