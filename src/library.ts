import type { Library } from "./core/audit";
import { checksByLayout } from "./core/checks/checksOf";
import { openIndex } from "./core/form/packedIndex";
import { recogniser } from "./core/form/recognise";
import packed from "./forms/formIndex.json";
import { loadForm } from "./forms/loadForm";
import { VOCABULARY } from "./vocabulary/vocabulary";

const INDEX = openIndex(packed);

/** Everything that workbooks are judged by: the index of all forms, their bodies one by one as they are met, and the vocabulary. */
export const LIBRARY: Library = {
  index: INDEX,
  recognise: recogniser(INDEX),
  load: async (id) => (await loadForm(id))!,
  checksOf: checksByLayout(),
  vocabulary: VOCABULARY,
};
