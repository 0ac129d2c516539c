import { formName, type Form } from "../../core/form/Form";
import { fold } from "../../core/sheet/fold";

/** The forms whose mark, title or instrument has every word looked for, whatever its diacritics; all for an empty text. */
export function formsFound(forms: readonly Form[], text: string): readonly Form[] {
  const words = fold(text).split(" ").filter((word) => word !== "");
  return forms.filter((form) => {
    const named = fold([formName(form), form.title, form.basis, form.id].join(" "));
    return words.every((word) => named.includes(word));
  });
}

/** Whether an edition was in force on a day, "2024-06-14". */
export const isInForce = ({ from, to = "9999-12-31" }: Pick<Form, "from" | "to">, day: string): boolean => from <= day && day <= to;

/** The edition of the same form that was in force on a day. */
export const editionFor = ({ family }: Form, forms: readonly Form[], day: string): Form | undefined =>
  forms.find((each) => each.family === family && isInForce(each, day));
