import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import type { Chance } from "../localisation/chance";
import type { Change } from "./Trial";
import { XML_CHANGES } from "./xmlChanges";

/** A file as it lies on a disk. */
export interface FileMade {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of a file; undefined where it is no zip, or no more. */
function partsOf(bytes: Uint8Array): Parts | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

const isText = (part: string): boolean => /\.(xml|rels|vml)$/.test(part);

/** A change of bytes, whatever they hold. */
const ofBytes = (name: string, change: (bytes: Uint8Array, draw: Chance) => Uint8Array): Change<FileMade> => ({
  name,
  make: (file, draw) => ({ ...file, bytes: change(Uint8Array.from(file.bytes), draw) }),
});

/** A change of what a zip holds. */
const ofParts = (name: string, change: (parts: Parts, names: readonly string[], draw: Chance) => Parts, level: 0 | 6 = 6): Change<FileMade> => ({
  name,
  make: (file, draw) => {
    const parts = partsOf(file.bytes);
    const names = Object.keys(parts ?? {});
    return names.length > 0 ? { ...file, bytes: zipSync(change(parts!, names, draw) as Zippable, { level }) } : file;
  },
});

/** A change of a part's text, or of a page's. */
const ofText = ([name, change]: (typeof XML_CHANGES)[number]): Change<FileMade> => ({
  name: `${name} (text)`,
  make: (file, draw) => {
    const parts = partsOf(file.bytes);
    if (!parts) return file.name.endsWith(".xls") ? { ...file, bytes: strToU8(change(strFromU8(file.bytes), draw)) } : file;
    const names = Object.keys(parts).filter(isText);
    if (names.length === 0) return file;
    // Sheets are most of what is read.
    const sheets = names.filter((each) => /worksheets|sharedStrings|styles|document/.test(each));
    const part = draw.pick(sheets.length > 0 && draw.hit(0.6) ? sheets : names);
    return { ...file, bytes: zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!), draw)) }) };
  },
});

const without = (parts: Parts, gone: string): Parts => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone));

/** One name in place of another wherever it stands in the bytes; both are equally long. */
function renamedInBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const [old, fresh] = [strToU8(from), strToU8(to)];
  const text = strFromU8(bytes, true);
  for (let at = text.indexOf(strFromU8(old, true)); at >= 0; at = text.indexOf(strFromU8(old, true), at + 1)) bytes.set(fresh, at);
  return bytes;
}

const ODD_NAMES: readonly string[] = ["../../../tmp/x.xml", "/xl/x.xml", "xl\\worksheets\\sheet1.xml", "XL/WORKBOOK.XML", "xl/./workbook.xml", "xl//x.xml", "xl/ắ.xml", "__proto__", "constructor", " ", "xl/worksheets/", "C:\\x.xml", "a".repeat(3000), "xl/%2e%2e/x.xml"];

/** The ways in which packages and pages are spoilt: in transit, by other programs, and on purpose. */
export const PACKAGE_CHANGES: readonly Change<FileMade>[] = [
  ...XML_CHANGES.map(ofText),
  ...XML_CHANGES.map(ofText),
  ofBytes("bytes cut off", (bytes, draw) => bytes.slice(0, draw.whole(0, bytes.length))),
  ofBytes("a byte flipped", (bytes, draw) => {
    if (bytes.length > 0) bytes[draw.whole(0, bytes.length - 1)]! ^= 1 << draw.whole(0, 7);
    return bytes;
  }),
  ofBytes("many bytes flipped", (bytes, draw) => {
    for (let times = bytes.length > 0 ? draw.whole(2, 40) : 0; times > 0; times--) bytes[draw.whole(0, bytes.length - 1)] = draw.whole(0, 255);
    return bytes;
  }),
  ofBytes("a block of zeros", (bytes, draw) => bytes.fill(0, draw.whole(0, bytes.length), draw.whole(0, bytes.length))),
  ofBytes("bytes before the file", (bytes, draw) => Uint8Array.from([...Array.from({ length: draw.whole(1, 9) }, () => draw.pick([0, 32, 80])), ...bytes])),
  ofBytes("bytes behind the file", (bytes, draw) => Uint8Array.from([...bytes, ...Array.from({ length: draw.whole(1, 70) }, () => draw.whole(0, 255))])),
  ofBytes("the file twice", (bytes) => Uint8Array.from([...bytes, ...bytes])),
  ofBytes("the list of entries spoilt", (bytes, draw) => {
    const at = strFromU8(bytes, true).lastIndexOf("PK\x01\x02");
    if (at >= 0) bytes[Math.min(bytes.length - 1, at + draw.whole(4, 60))] = draw.pick([0, 1, 8, 9, 99, 255]);
    return bytes;
  }),
  ofParts("a part gone", (parts, names, draw) => without(parts, draw.pick(names))),
  ofParts("two parts exchanged", (parts, names, draw) => {
    const [one, other] = [draw.pick(names), draw.pick(names)];
    return { ...parts, [one]: parts[other]!, [other]: parts[one]! };
  }),
  ofParts("a part of another name", (parts, names, draw) => {
    const part = draw.pick(names);
    return { ...without(parts, part), [draw.pick([...ODD_NAMES, part.toUpperCase(), `${part}x`])]: parts[part]! };
  }),
  ofParts("a part too many", (parts, names, draw) => ({ ...parts, [draw.pick(ODD_NAMES.filter((name) => name !== "__proto__"))]: parts[draw.pick(names)]! })),
  ofParts("parts nobody refers to", (parts) => ({ ...parts, "xl/worksheets/sheet9.xml": strToU8("<worksheet/>"), "xl/styles2.xml": strToU8("<styleSheet/>"), "docProps/custom.xml": strToU8("x") })),
  ofParts("the order of parts turned", (parts, names) => Object.fromEntries([...names].reverse().map((name) => [name, parts[name]!]))),
  ofParts("not packed", (parts) => parts, 0),
  ofParts("a part of random bytes", (parts, names, draw) => ({ ...parts, [draw.pick(names)]: Uint8Array.from({ length: draw.pick([0, 1, 200, 5000]) }, () => draw.whole(0, 255)) })),
  ofParts("a part in UTF-16", (parts, names, draw) => {
    const part = draw.pick(names.filter(isText).length > 0 ? names.filter(isText) : names);
    const text = strFromU8(parts[part]!).replace(/UTF-8/i, "UTF-16");
    return { ...parts, [part]: new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer) };
  }),
  {
    name: "an entry twice",
    make: (file, draw) => {
      const parts = partsOf(file.bytes);
      if (!parts) return file;
      const part = draw.pick(Object.keys(parts));
      const twin = `${part.slice(0, -1)}~`;
      const other = parts[draw.pick(Object.keys(parts))]!;
      return { ...file, bytes: renamedInBytes(zipSync({ ...parts, [twin]: other }), twin, part) };
    },
  },
  { name: "another ending", make: (file, draw) => ({ ...file, name: draw.pick(["bang.xlsx", "bang.xlsm", "bang.xls", "bang", ".xlsx", "bảng số (1).XLSX", "-o.xlsx"]) }) },
];
