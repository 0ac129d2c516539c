import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openIndex, type PackedIndex } from "../../src/core/form/packedIndex";
import { leafColumns, type Form } from "../../src/core/form/Form";
import { FORMS as ALL } from "../../src/forms/forms";
import { FORM_IDS, loadForm } from "../../src/forms/loadForm";
import { packForms } from "../../scripts/packForms";

const FORMS = join(__dirname, "../../src/forms");
const written = readFileSync(join(FORMS, "formIndex.json"), "utf8");
const all = async (): Promise<readonly Form[]> => Promise.all(FORM_IDS.map(async (id) => (await loadForm(id))!));

describe("the index of forms", () => {
  it("is what the forms say: npx tsx scripts/makeFormIndex.ts writes it again", async () => {
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(packForms(await all()))));
  });

  it("stays below 15 kB for all forms", () => expect(written.length).toBeLessThan(15_000));

  it("tells of every table its columns in the order of the form", async () => {
    const { tables } = openIndex(JSON.parse(written) as PackedIndex);
    const forms = await all();
    expect(tables.map(({ form, key, columns }) => [form.id, key, columns.length])).toEqual(
      forms.flatMap(({ id, tables: each }) => each.map(({ key, columns }) => [id, key, leafColumns(columns).length])),
    );
  });
});

describe("the forms", () => {
  it("are listed, every file", () => {
    const files = readdirSync(FORMS).flatMap((file) => /^(.*)\.ts$/.exec(file)?.[1] ?? []);
    expect(files.filter((file) => !["fields", "forms", "knownForms", "loadForm"].includes(file)).sort()).toEqual([...FORM_IDS].sort());
  });

  it("have the ids they are loaded by", async () => {
    expect((await all()).map(({ id }) => id)).toEqual(FORM_IDS);
    expect(ALL.map(({ id }) => id)).toEqual(FORM_IDS);
  });

  it("are data: what JSON keeps of them is all of them", async () => {
    for (const form of await all()) expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });

  it("are not there by another name", async () => expect(await loadForm("ii-06e")).toBeUndefined());
});
