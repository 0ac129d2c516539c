import { craftParts, zipParts } from "./craftWorkbook";

/** Bytes no program could make up again from what it understood. */
const blob = (seed: number, length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17 + (index >> 3)) & 255);

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A macro workbook as offices pass them round: chart, notes, a table, a picture in the header, printer settings, a calculation
 * chain, a user's conditional format and validation, names, and two sheets of which one sums up the other.
 */
export function richParts(): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array> = craftParts([
    {
      name: "II.06a",
      cells: {
        A1: "Biểu số II.06a/VPCP/KSTT",
        A3: "Đất đai",
        B3: 14,
        C3: 6,
        D3: { formula: "=B3+C3", result: 20 },
        A4: "Hộ tịch",
        B4: 9,
        C4: "08",
        D4: { formula: "=B4+C4", result: 17 },
        B5: { formula: "=SUM(B3:B4)", result: 23 },
        D5: { formula: "=SUM(D3:D4)", result: 37 },
        E5: { formula: '=IF(D5=0,"",ROUND(B5/D5*100,2))', result: 62.16 },
      },
      merges: ["A1:D1"],
    },
    { name: "Tổng hợp", cells: { A1: { formula: "='II.06a'!D5", result: 37 }, A2: { formula: "=A1*2", result: 74 }, A3: 5 } },
  ]);
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const old = parts[path] as string;
    const changed = old.replace(from, to);
    if (changed === old) throw new Error(`nothing to replace in ${path}`);
    parts[path] = changed;
  };
  const extra: readonly (readonly [path: string, type: string, content: string | Uint8Array])[] = [
    ["xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", blob(1, 4000)],
    ["xl/calcChain.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml", '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D3" i="1"/><c r="D4"/><c r="B5"/><c r="D5"/><c r="E5"/><c r="A1" i="2"/><c r="A2"/></calcChain>'],
    ["xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml", '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'],
    ["xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:chart/></c:chartSpace>"],
    ["xl/comments1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Cán bộ</author></authors><commentList/></comments>'],
    ["xl/printerSettings/printerSettings1.bin", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings", blob(2, 900)],
    ["xl/media/image1.png", "image/png", blob(3, 1500)],
    ["xl/drawings/vmlDrawing1.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing", "<xml xmlns:v='urn:schemas-microsoft-com:vml'><br></xml>"],
    ["xl/tables/table1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml", '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Bảng1" displayName="Bảng1" ref="G2:H4"><tableColumns count="2"><tableColumn id="1" name="Tên"/><tableColumn id="2" name="Số" dataDxfId="0"/></tableColumns></table>'],
    ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>'],
  ];
  for (const [path, type, content] of extra) {
    parts[path] = content;
    edit("[Content_Types].xml", "</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`);
  }
  edit("xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rId90" Type="${OFFICE}/calcChain" Target="calcChain.xml"/><Relationship Id="rId91" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`);
  edit("xl/workbook.xml", "</sheets>", '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">\'II.06a\'!$1:$2</definedName><definedName name="Tong">\'II.06a\'!$D$5</definedName></definedNames>');
  edit("xl/styles.xml", '<dxfs count="0"/>', '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>');
  const sheet = "xl/worksheets/sheet1.xml";
  edit(sheet, '<sheetView workbookViewId="0"/>', '<sheetView tabSelected="1" workbookViewId="0"/>');
  edit(
    sheet,
    /<pageMargins[^>]*>/,
    '<conditionalFormatting sqref="D3:D5"><cfRule type="cellIs" dxfId="0" priority="7" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="B3:C4"><formula1>0</formula1><formula2>99</formula2></dataValidation></dataValidations>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId1"/>' +
      '<drawing r:id="rId2"/><legacyDrawing r:id="rId4"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts>',
  );
  parts["xl/worksheets/_rels/sheet1.xml.rels"] =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="rId1" Type="${OFFICE}/printerSettings" Target="../printerSettings/printerSettings1.bin"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>` +
    `<Relationship Id="rId3" Type="${OFFICE}/table" Target="../tables/table1.xml"/>` +
    `<Relationship Id="rId4" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
    `<Relationship Id="rId5" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`;
  return parts;
}

export const richWorkbook = (): Uint8Array => zipParts(richParts());
