import { commonRules, ownRules, ruleCatalogue } from "../../src/core/checks/ruleCatalogue";
import { checksOf } from "../../src/core/checks/checksOf";
import { FORMS } from "../../src/forms/forms";
import { ii06a } from "../../src/forms/ii-06a";
import { toCatalogueDocx } from "../../src/word/docx";
import { convertWithLibreOffice } from "../libreoffice";

describe("the catalogue of what is checked", () => {
  it("has every check of every form, among its own or among those of all", () => {
    const common = new Set(commonRules(FORMS).map(({ id }) => id));
    const missing = FORMS.flatMap((form) =>
      form.tables.flatMap((layout) => {
        const own = new Set(ownRules(layout, form).map(({ id }) => id));
        return checksOf({ layout, form }).flatMap(({ id }) => (own.has(id) || common.has(id) ? [] : [`${form.id} ${id}`]));
      }),
    );
    expect(missing).toEqual([]);
  });

  it("gives a sentence in both languages and a basis for every rule of a form", () => {
    const rules = FORMS.flatMap((form) => form.tables.flatMap((layout) => ownRules(layout, form).map((rule) => [form.id, rule] as const)));
    expect(rules.filter(([, { title, basis }]) => !title.vi || !title.en || !basis).map(([form, { id }]) => `${form} ${id}`)).toEqual([]);
  });

  it("numbers the rules of a form and says how grave they are", () => {
    const [, chapter] = ruleCatalogue([ii06a], "vi").chapters;
    expect(chapter!.heading).toContain("Biểu số II.06a/VPCP/KSTT. ");
    expect(chapter!.rows[0]!.slice(0, 3)).toEqual(["1", expect.stringContaining("(3)=(4)+(5)+(6)"), "Lỗi"]);
  });

  it("is a document that LibreOffice opens, with every form and every rule in it", async () => {
    const catalogue = ruleCatalogue(FORMS, "vi");
    const text = new TextDecoder().decode(await convertWithLibreOffice(await toCatalogueDocx(catalogue), "txt:Text (encoded):UTF8", "danh-muc.docx"));
    const missing = catalogue.chapters.flatMap(({ heading, rows }) => [heading, ...rows.map(([, rule]) => rule!)]).filter((words) => !text.includes(words));
    expect(missing).toEqual([]);
  });
});
