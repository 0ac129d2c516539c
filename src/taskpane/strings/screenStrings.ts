import { GRADE_MEANING } from "../../core/form/gradeMeaning";
import { usePane, type Pane } from "../PaneContext";
import type { RowRun } from "../../core/figures/rowsTold";
import type { Phrase } from "../../core/words/Phrase";
import type { Strings } from "./paneStrings";
import { said, type Said } from "./said";

const counted = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

/** "“Hộ tịch” đến “Đất đai”": rows by their names. */
function sayRuns(runs: readonly RowRun[]): Phrase {
  if (runs.length === 0) return { vi: "không phải dòng tổng", en: "adds up none" };
  const said = (to: string): string => runs.map(({ first, last, count }) => (count === 1 ? `“${first}”` : `“${first}” ${to} “${last}”`)).join(", ");
  return { vi: said("đến"), en: said("to") };
}

/** The texts of the screens that load later, which bring both languages along. */
const PHRASES = {
  summary: {
    heading: { vi: "Kết quả kiểm tra", en: "Result of the check" },
    errors: (count: number) => ({ vi: `${count} lỗi`, en: count === 1 ? "1 error" : `${count} errors` }),
    warnings: (count: number) => ({ vi: `${count} cần xem lại`, en: `${count} to review` }),
    infos: (count: number) => ({ vi: `${count} lưu ý`, en: count === 1 ? "1 note" : `${count} notes` }),
    clean: { vi: "Số liệu khớp", en: "The figures agree" },
    pass: (count: string) => ({ vi: `${count} đạt`, en: `${count} passed` }),
    fail: (count: string) => ({ vi: `${count} không đạt`, en: `${count} failed` }),
    skip: (count: string) => ({ vi: `${count} bỏ qua`, en: `${count} skipped` }),
    notApplicable: (count: string) => ({ vi: `${count} không áp dụng`, en: `${count} not applicable` }),
    broken: (count: string) => ({ vi: `${count} không chạy được`, en: `${count} broke down` }),
    countsLabel: { vi: "Số phép kiểm tra", en: "Checks made" },
    skipWhy: { vi: "Bỏ qua là chưa có số liệu để kiểm tra, không phải đã đúng.", en: "Skipped means there were no figures to check, not that they are right." },
    details: { vi: "Các phép kiểm tra và căn cứ", en: "Checks and legal basis" },
    basis: { vi: "Căn cứ", en: "Basis" },
    place: (sheet: string, range: string) => ({ vi: `Trang tính “${sheet}”, vùng ${range}`, en: `Sheet “${sheet}”, ${range}` }),
    noTables: { vi: "Không tìm thấy biểu báo cáo nào", en: "No report form was found" },
    noTablesText: {
      vi: "Hãy mở trang tính có biểu, hoặc bấm Tạo biểu để bắt đầu từ mẫu trống.",
      en: "Open a sheet that holds a form, or choose New form to start from an empty one.",
    },
    notRead: (sheet: string) => ({ vi: `Trang tính “${sheet}”`, en: `Sheet “${sheet}”` }),
  },
  finding: {
    list: { vi: "Những điểm cần xem", en: "Things to look at" },
    error: { vi: "Lỗi", en: "Error" },
    warning: { vi: "Cần xem lại", en: "Review" },
    info: { vi: "Lưu ý", en: "Note" },
    reasons: { vi: "Vì sao?", en: "Why?" },
    restsOn: { vi: "Căn cứ của kết luận", en: "What this rests on" },
    unfinished: { vi: "Có quá nhiều chỗ lệch cùng lúc nên chưa xét hết các khả năng.", en: "Too much is out at once: not every possibility was looked at." },
    fix: { vi: "Sửa", en: "Fix" },
    fixLabel: (cells: string, to: string) => ({ vi: `Sửa ô ${cells} thành ${to}`, en: `Change ${cells} to ${to}` }),
    undo: (cells: string) => ({ vi: `Hoàn tác việc sửa ô ${cells}`, en: `Undo the change of ${cells}` }),
    fixAll: (count: number) => ({ vi: `Sửa cả ${count} lỗi chắc chắn`, en: `Fix all ${count} certain errors` }),
    choose: { vi: "Cần chọn", en: "Please choose" },
    choices: { vi: "Có nhiều cách sửa, hãy đối chiếu với hồ sơ gốc rồi chọn:", en: "There are several ways; compare with the files and choose:" },
    others: (count: number) => ({ vi: `Khả năng khác (${count})`, en: `Other possibilities (${count})` }),
    about: (percent: number) => ({ vi: `khoảng ${percent}\u00a0%`, en: `about ${percent}%` }),
    under: (percent: number) => ({ vi: `dưới ${percent}\u00a0%`, en: `less than ${percent}%` }),
    over: (percent: number) => ({ vi: `trên ${percent}\u00a0%`, en: `more than ${percent}%` }),
    follows: (cells: string) => ({ vi: `sai theo: ${cells}`, en: `follows: ${cells}` }),
    withFollowers: (count: number) => ({ vi: `và ${count} tổng sai theo`, en: count === 1 ? "and 1 sum that follows" : `and ${count} sums that follow` }),
    changesMany: (count: number) => ({ vi: `Sửa ${count} ô`, en: `Change ${counted(count)}` }),
    possible: { vi: "Cần đối chiếu", en: "Please compare" },
    likely: { vi: "Nhiều khả năng", en: "Likely" },
    certain: { vi: "Chắc chắn", en: "Certain" },
    blank: { vi: "(trống)", en: "(blank)" },
    andMore: (count: number) => ({ vi: `và ${count} ô khác`, en: `and ${count} more` }),
    more: (count: number) => ({ vi: `Hiện thêm ${count} điểm`, en: `Show ${count} more` }),
    answerSave: { vi: "Ghi nhận", en: "Record" },
    answerInvalid: { vi: "Hãy nhập số nguyên từ 0 trở lên.", en: "Enter a whole number from 0 up." },
    answered: { vi: "Đã ghi nhận", en: "Recorded" },
    answerForget: { vi: "Bỏ", en: "Remove" },
  },
  which: {
    heading: { vi: "Đây là biểu nào?", en: "Which form is this?" },
    none: { vi: "Không phải biểu nào trong số này", en: "None of these" },
    notThis: { vi: "Không phải biểu này", en: "Not this one" },
    unknown: { vi: "không kiểm tra", en: "not checked" },
    chosen: { vi: "Biểu bạn đã chỉ ra", en: "Forms that you named" },
  },
  rows: {
    heading: { vi: "Dòng cộng bạn đã chỉ rõ", en: "Sums that you explained" },
    told: (runs: readonly RowRun[]) => sayRuns(runs),
    lapsed: { vi: "(không còn áp dụng: các dòng đã thay đổi)", en: "(no longer applies: the rows have changed)" },
  },
  justification: {
    open: { vi: "Giải trình", en: "Justify" },
    at: (cells: string) => ({ vi: `ô ${cells}`, en: cells }),
    again: { vi: "Giải trình lại", en: "Justify again" },
    reason: { vi: "Lý do giữ nguyên số liệu", en: "Why the figures stay as they are" },
    hint: {
      vi: "Lý do được lưu trong tệp, đi kèm biểu và hết hiệu lực khi số liệu của điểm này thay đổi.",
      en: "Kept in the file and sent along with it; lapses when a figure of this finding changes.",
    },
    missing: { vi: "Hãy ghi lý do.", en: "Enter a reason." },
    save: { vi: "Lưu giải trình", en: "Keep" },
    cancel: { vi: "Hủy", en: "Cancel" },
    heading: (count: number) => ({ vi: `Đã giải trình (${count})`, en: `Justified (${count})` }),
    count: (count: number) => ({ vi: `${count} đã giải trình`, en: `${count} justified` }),
    day: (day: string) => ({ vi: `Ngày ${day}`, en: day }),
    show: (cells: string) => ({ vi: `Xem ô ${cells}`, en: `Show ${cells}` }),
    remove: { vi: "Bỏ giải trình", en: "Take back" },
    removeLabel: (cells: string) => ({ vi: `Bỏ giải trình ô ${cells}`, en: `Take back the justification of ${cells}` }),
    idle: (count: number) => ({
      vi: `${count} giải trình không còn ứng với điểm nào`,
      en: count === 1 ? "1 justification no longer belongs to a finding" : `${count} justifications no longer belong to a finding`,
    }),
    idleText: {
      vi: "Số liệu hoặc trang tính đã thay đổi nên các điểm này không còn. Giải trình được giữ lại phòng khi điểm xuất hiện lại.",
      en: "Figures or sheets have changed, so that these findings are gone. The justifications are kept in case one comes back.",
    },
    saveFile: {
      vi: "Giải trình nằm trong tệp Excel: hãy lưu tệp trước khi gửi.",
      en: "Justifications are part of the Excel file: save it before you send it.",
    },
    print: { vi: "In danh sách", en: "Print the list" },
    copy: { vi: "Sao chép bảng", en: "Copy the table" },
    docx: { vi: "Tải tệp Word", en: "Word file" },
    copied: { vi: "Đã sao chép bảng. Mở Word và bấm Ctrl+V để dán.", en: "The table is copied. Open Word and press Ctrl+V." },
    notCopied: { vi: "Chương trình không cho sao chép. Hãy bấm Tải tệp Word.", en: "The program does not allow copying. Choose Word file instead." },
    notPrinted: {
      vi: "Nếu hộp thoại in không mở ra, hãy sao chép bảng hoặc tải tệp Word rồi in từ Word.",
      en: "If no print dialog opens, copy the table or get the Word file, and print from Word.",
    },
    fileName: { vi: "Danh sach giai trinh", en: "Justifications" },
  },
  narrative: {
    heading: { vi: "Viết báo cáo", en: "Write text" },
    style: { vi: "Cách viết", en: "Wording" },
    table: { vi: "Bảng số liệu", en: "Table" },
    preview: { vi: "Xem trước", en: "Preview" },
    previewHint: { vi: "Bấm vào một con số để xem ô của nó trong bảng.", en: "Choose a figure to see its cell in the table." },
    copy: { vi: "Sao chép", en: "Copy" },
    docx: { vi: "Tải tệp Word", en: "Download for Word" },
    copied: { vi: "Đã sao chép. Mở Word và bấm Ctrl+V để dán.", en: "Copied. Open Word and press Ctrl+V." },
    copyManually: {
      vi: "Trình duyệt không cho sao chép tự động. Đoạn văn đã được chọn sẵn: hãy bấm Ctrl+C.",
      en: "The browser does not allow copying here. The text is selected: press Ctrl+C.",
    },
    saved: (name: string) => ({ vi: `Đã tải “${name}”.`, en: `“${name}” was downloaded.` }),
    errors: (count: number) => ({
      vi: `Bảng đang có ${count} lỗi số liệu. Đoạn văn lấy đúng số trong bảng; hãy sửa lỗi trước khi gửi.`,
      en: `The table has ${count === 1 ? "an error" : `${count} errors`}. The text tells the table's figures as they are; mend them before you send it.`,
    }),
    showErrors: { vi: "Xem lỗi", en: "Show errors" },
    none: { vi: "Chưa có bảng để viết báo cáo", en: "There is no table to write about" },
    noneText: {
      vi: "Không tìm thấy biểu nào có số liệu. Hãy mở trang tính có biểu rồi thử lại.",
      en: "No form with figures was found. Open the sheet that holds it and try again.",
    },
    figure: (text: string, cells: string) => ({ vi: `${text}, lấy từ ô ${cells}`, en: `${text}, from ${cells}` }),
    fileName: { vi: "Doan bao cao", en: "Doan bao cao" },
  },
  written: {
    heading: { vi: "Đã có lời văn? Đối chiếu với bảng", en: "Text written already? Hold it against the table" },
    label: { vi: "Lời văn đã viết (dán vào đây để đối chiếu với bảng)", en: "The text as written (paste it here to compare it with the table)" },
    hint: {
      vi: "Mục tình hình, kết quả giải quyết TTHC. Chỉ giữ trong ngăn này, không lưu vào tệp.",
      en: "The paragraph on files received and resolved. It stays in this pane and is not kept in the file.",
    },
    missing: { vi: "Hãy dán lời văn đã viết.", en: "Please paste the text as written." },
    compare: { vi: "Đối chiếu với bảng", en: "Compare with the table" },
    forget: { vi: "Bỏ lời văn đã dán", en: "Drop the pasted text" },
  },
  conversion: {
    convert: (form: string) => ({ vi: `Chuyển thành ${form}`, en: `Convert to ${form}` }),
    unknown: (count: number) => ({ vi: `Những điều bảng này không cho biết (${count})`, en: `What this table does not tell (${count})` }),
  },
  scaffold: {
    heading: { vi: "Tạo biểu", en: "New form" },
    form: { vi: "Biểu mẫu", en: "Form" },
    search: { vi: "Tìm biểu", en: "Search forms" },
    found: (count: number) => ({ vi: `${count} biểu`, en: count === 1 ? "1 form" : `${count} forms` }),
    notFound: { vi: "Không có biểu nào có các từ này.", en: "No form has these words." },
    inForce: (from: string, to: string | undefined) => ({
      vi: (to === undefined ? `Hiệu lực từ ${from}.` : `Hiệu lực từ ${from} đến ${to}.`),
      en: (to === undefined ? `In force since ${from}.` : `In force from ${from} to ${to}.`),
    }),
    grades: GRADE_MEANING,
    what: { vi: "Tạo gì?", en: "What to make" },
    one: { vi: "Một biểu", en: "One form" },
    set: { vi: "Cả bộ biểu của một cấp", en: "The whole set of a level" },
    level: { vi: "Cấp của đơn vị", en: "Level of the unit" },
    anyLevel: { vi: "Mọi cấp", en: "Any level" },
    levels: {
      commune: { vi: "Cấp xã", en: "Commune" },
      department: { vi: "Cấp sở", en: "Department" },
      centre: { vi: "Trung tâm phục vụ hành chính công", en: "Public service centre" },
      district: { vi: "Cấp huyện", en: "District" },
      province: { vi: "Cấp tỉnh", en: "Province" },
    },
    recent: { vi: "Dùng gần đây", en: "Used recently" },
    edition: (name: string, from: string) => ({ vi: `${name} (từ ${from})`, en: `${name} (since ${from})` }),
    setForms: { vi: "Các biểu của bộ", en: "Forms of the set" },
    unsure: {
      vi: "Chưa rõ các biểu này còn hiệu lực trong kỳ hay đã được thay. Hãy hỏi cơ quan nhận báo cáo; bỏ chọn biểu không cần.",
      en: "It is not known whether these still hold in the period or were replaced. Ask the receiving office; untick what is not needed.",
    },
    outdated: { vi: "Không có hiệu lực trong kỳ đã chọn; chỉ chọn nếu cơ quan nhận báo cáo vẫn yêu cầu.", en: "Not in force in the period chosen; tick only what the receiving office still asks for." },
    noneTicked: { vi: "Hãy chọn ít nhất một biểu.", en: "Tick at least one form." },
    infoMade: { vi: "Trang “Thông tin báo cáo” được tạo kèm; đầu các biểu lấy thông tin từ trang đó.", en: "A sheet “Thông tin báo cáo” is made with them; the heads take their details from it." },
    infoFound: (sheet: string) => ({ vi: `Đầu biểu lấy thông tin từ trang “${sheet}” đã có trong sổ làm việc.`, en: `Heads take their details from “${sheet}”, which the workbook has already.` }),
    place: { vi: "Địa danh", en: "Place" },
    signatory: { vi: "Họ tên người ký", en: "Signatory" },
    createSet: (count: number) => ({ vi: `Tạo ${count} biểu`, en: count === 1 ? "Make 1 form" : `Make ${count} forms` }),
    removeSet: { vi: "Bỏ bộ biểu vừa tạo", en: "Remove the set just made" },
    removeSetHint: { vi: "Chỉ bỏ những trang còn nguyên như lúc tạo; trang đã nhập số liệu được giữ lại.", en: "Only sheets that are still as made go; what was typed into stays." },
    outOfForce: {
      vi: "Mẫu này không có hiệu lực vào ngày cuối kỳ báo cáo đã chọn. Hãy hỏi cơ quan nhận báo cáo nên dùng mẫu nào.",
      en: "This form is not in force on the last day of the period chosen. Ask the receiving office which form to use.",
    },
    takeEdition: (basis: string) => ({ vi: `Dùng mẫu theo ${basis}`, en: `Use the form under ${basis}` }),
    unit: { vi: "Đơn vị báo cáo", en: "Reporting unit" },
    unitHint: { vi: "Ví dụ: UBND xã Phú Sơn. Có thể để trống.", en: "For example UBND xã Phú Sơn. May be left blank." },
    receiver: { vi: "Đơn vị nhận báo cáo", en: "Receiving unit" },
    period: { vi: "Kỳ báo cáo", en: "Period" },
    year: { vi: "Năm", en: "Year" },
    periods: {
      "quarter-1": { vi: "Quý I", en: "Quarter I" },
      "quarter-2": { vi: "Quý II", en: "Quarter II" },
      "quarter-3": { vi: "Quý III", en: "Quarter III" },
      "quarter-4": { vi: "Quý IV", en: "Quarter IV" },
      "first-half": { vi: "6 tháng đầu năm", en: "First half" },
      "second-half": { vi: "6 tháng cuối năm", en: "Second half of the year" },
      "nine-months": { vi: "9 tháng đầu năm", en: "Nine months" },
      year: { vi: "Cả năm", en: "Whole year" },
      own: { vi: "Khoảng ngày khác", en: "Other dates" },
    },
    from: { vi: "Từ ngày", en: "From" },
    to: { vi: "Đến ngày", en: "To" },
    dates: (from: string, to: string) => ({ vi: `Số liệu từ ngày ${from} đến ngày ${to}`, en: `Figures from ${from} to ${to}` }),
    fields: { vi: "Lĩnh vực", en: "Fields" },
    common: (count: number) => ({ vi: `${count} lĩnh vực thường có ở cấp xã`, en: `The ${count} usual in communes` }),
    catalogue: (count: number) => ({ vi: `Cả danh mục ${count} lĩnh vực`, en: `The whole catalogue of ${count}` }),
    own: { vi: "Danh sách của tôi", en: "My own list" },
    ownLabel: { vi: "Mỗi dòng một lĩnh vực", en: "One field a line" },
    rowsLabel: { vi: "Mỗi dòng một tên, theo thứ tự các dòng của biểu", en: "One name a line, in the order of the form's rows" },
    rowsMissing: { vi: "Hãy nhập ít nhất một dòng.", en: "Enter at least one line." },
    ownHint: { vi: "Có thể dán từ Excel hoặc Word.", en: "May be pasted from Excel or Word." },
    ownCount: (count: number) => ({ vi: `${count} lĩnh vực`, en: count === 1 ? "1 field" : `${count} fields` }),
    rowsCount: (count: number) => ({ vi: `${count} dòng`, en: count === 1 ? "1 line" : `${count} lines` }),
    duplicate: (label: string, line: number, first: number) => ({
      vi: `Dòng ${line} “${label}” trùng với dòng ${first} nên được bỏ qua.`,
      en: `Line ${line} “${label}” repeats line ${first} and is left out.`,
    }),
    ownMissing: { vi: "Hãy nhập ít nhất một lĩnh vực.", en: "Enter at least one field." },
    wrongDates: {
      vi: "Hãy chọn ngày bắt đầu và ngày kết thúc; ngày bắt đầu không được sau ngày kết thúc.",
      en: "Choose a first and a last day; the first must not come after the last.",
    },
    wrongYear: { vi: "Hãy nhập năm gồm bốn chữ số.", en: "Enter a year of four digits." },
    create: { vi: "Tạo trang tính", en: "Make the sheet" },
  },
  compute: {
    heading: { vi: "Tính cột tổng", en: "Add sums" },
    lead: {
      vi: "Ô trống được đặt công thức. Số đã gõ mà lệch thì giữ nguyên và chỉ ra, không ghi đè.",
      en: "Blank sums get formulas. Typed values that differ are left as they are and told, never overwritten.",
    },
    table: { vi: "Bảng", en: "Table" },
    willFill: (count: number) => ({
      vi: count === 0 ? "Không có ô trống nào cần đặt công thức." : `${count} ô trống sẽ được đặt công thức.`,
      en: (count === 0 ? "No blank cell needs a formula." : `Blank cells that get a formula: ${count}.`),
    }),
    already: (count: number) => ({ vi: `${count} ô đã là công thức.`, en: `Formulas already: ${count}.` }),
    willConvert: (count: number) => ({
      vi: `${count} ô gõ tay đúng kết quả sẽ đổi thành công thức.`,
      en: `Right typed values that become formulas: ${count}.`,
    }),
    willNumber: (count: number) => ({ vi: `${count} ô số gõ dạng chữ sẽ thành số.`, en: `Texts that become numbers: ${count}.` }),
    convertEqual: (count: number) => ({ vi: `Đổi ${count} ô gõ tay đã đúng thành công thức`, en: `Turn ${count} right typed values into formulas` }),
    convertText: { vi: "Chuyển số gõ dạng chữ thành số", en: "Turn numbers typed as text into numbers" },
    percentages: { vi: "Thêm cột tỷ lệ bên phải bảng", en: "Add percentage columns beside the table" },
    kept: { vi: "Lệch, được giữ nguyên:", en: "Different, left as they are:" },
    keptAt: (cell: string, typed: string, computed: string) => ({
      vi: `${cell}: ghi ${typed}, tính được ${computed}`,
      en: `${cell}: says ${typed}, works out to ${computed}`,
    }),
    run: { vi: "Đặt công thức", en: "Add formulas" },
    none: { vi: "Chưa có bảng để tính", en: "There is no table to compute" },
    noneText: {
      vi: "Không tìm thấy biểu nào trong sổ làm việc. Hãy mở trang tính có biểu, hoặc bấm Tạo biểu.",
      en: "No form was found in the workbook. Open the sheet that holds it, or choose New form.",
    },
  },
  settings: {
    heading: { vi: "Cài đặt", en: "Settings" },
    language: { vi: "Ngôn ngữ", en: "Language" },
    theme: { vi: "Giao diện", en: "Theme" },
    themes: {
      host: { vi: "Theo chương trình", en: "As the program" },
      light: { vi: "Sáng", en: "Light" },
      dark: { vi: "Tối", en: "Dark" },
    },
    reporting: { vi: "Tên đơn vị, cấp, nơi nhận, địa danh, người ký và các biểu dùng gần đây được nhớ trên máy này cho lần sau.", en: "Unit, level, receiver, place, signatory and the forms used last are remembered on this computer." },
    forget: { vi: "Quên các thông tin này", en: "Forget these details" },
    forgotten: { vi: "Đã quên.", en: "Forgotten." },
    back: { vi: "Xong", en: "Done" },
  },
};

/** The texts of those screens in one language. */
export type ScreenStrings = Said<typeof PHRASES>;

/** The same in each. */
export const SCREEN_STRINGS = said(PHRASES);

/** The pane around a component of a screen. */
export function useScreen(): Omit<Pane, "strings"> & { readonly strings: Omit<Strings, "settings"> & ScreenStrings } {
  const pane = usePane();
  return { ...pane, strings: { ...pane.strings, ...SCREEN_STRINGS[pane.language] } };
}
