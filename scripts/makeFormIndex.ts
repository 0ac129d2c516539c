// Writes what recognition knows of all forms, from the forms: npx tsx scripts/makeFormIndex.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FORM_IDS, loadForm } from "../src/forms/loadForm";
import { packForms } from "./packForms";

const forms = await Promise.all(FORM_IDS.map(async (id) => (await loadForm(id))!));
writeFileSync(fileURLToPath(new URL("../src/forms/formIndex.json", import.meta.url)), `${JSON.stringify(packForms(forms))}\n`);
