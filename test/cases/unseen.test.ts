import { strToU8, unzipSync, zipSync } from "fflate";
import { writeBook } from "../fixtures/book/writeBook";
import { addLeaves, figuresOf } from "../fixtures/report";
import { book, draft, leavesOf, PLAIN } from "./draft";
import { checked, mended } from "./tried";

describe("what nobody sees is told", () => {
  const merged = (over: Parameters<typeof draft>[1] = {}) => ({
    ...draft(PLAIN, over),
    merges: Array.from({ length: 13 }, (_, column) => ({ top: 12, left: column, bottom: 13, right: column })),
  });

  it("of values under merged cells that the total counts", async () => {
    const { tables, words } = await checked(book(merged()));
    expect(tables).toBe(1);
    expect(words).toContain("gộp");
  });

  it("of values under merged cells that the total does not count", async () => {
    const total = figuresOf(addLeaves(leavesOf(0, 1, 2, 3, 5)));
    const { tables, words } = await checked(book(merged(Object.fromEntries(total.map((figure, at) => [`${"CDEFGHIJKLM"[at]}16`, figure])))));
    expect(tables).toBe(1);
    expect(words).toContain("gộp");
  });

  it("of sheets that are hidden, and `fix` leaves them as they are", async () => {
    const old = { ...draft(PLAIN, { D13: 42 }, "Bản cũ"), state: "veryHidden" as const };
    const made = book(draft(), old);
    expect((await checked(made)).words).toMatch(/ẩn/);
    expect((await mended(made)).changedParts.filter((part) => part.includes("sheet2"))).toEqual([]);
  });
});

it("a signed workbook is mended, and it is said that it loses its signature", async () => {
  const parts = unzipSync(writeBook(book(draft(PLAIN, { D13: 42 }))));
  const signature = strToU8(
    '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature"><SignedInfo/><SignatureValue>AA==</SignatureValue></Signature>',
  );
  const text = (path: string): string => new TextDecoder().decode(parts[path]);
  const digital = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature";
  const signed = zipSync({
    ...parts,
    "[Content_Types].xml": strToU8(
      text("[Content_Types].xml").replace(
        "</Types>",
        '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>' +
          '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>',
      ),
    ),
    "_rels/.rels": strToU8(
      text("_rels/.rels").replace("</Relationships>", `<Relationship Id="rId9" Type="${digital}/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`),
    ),
    "_xmlsignatures/origin.sigs": strToU8(""),
    "_xmlsignatures/_rels/origin.sigs.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${digital}/signature" Target="sig1.xml"/></Relationships>`,
    ),
    "_xmlsignatures/sig1.xml": signature,
  });
  const { status, errors, offers } = await checked(signed);
  expect({ status, errors }).toEqual({ status: 1, errors: ["D13"] });
  expect(offers).toContain("D13 → 24");
  const { after, words } = await mended(signed);
  expect(after).toBe(0);
  expect(words).toMatch(/chữ ký|ký số/);
});
