import type { Strings } from "./strings.vi";

/** The pane in English. */
export const en: Strings = {
  name: "Kiểm soát TTHC",
  actions: {
    label: "Work",
    scaffold: "New form",
    compute: "Add sums",
    check: "Check",
    narrative: "Write text",
    clearMarks: "Clear marks",
  },
  welcome: {
    heading: "Check administrative-procedure reports",
    lead: "Finds the form on your sheet, adds every figure up again, points to the wrong cell and writes the paragraph.",
    checkTitle: "Check the figures",
    checkText: "Marks wrong cells, says why and offers the right value. Your formatting stays as it is.",
    scaffoldTitle: "Start from the form",
    scaffoldText: "Adds a sheet as issued, whose sums compute themselves.",
    narrativeTitle: "Write the paragraph",
    narrativeText: "From the table's figures to official wording, to paste into Word.",
    begin: "Check now",
    privacy: "Your data does not leave this computer: all work is done right here, nothing is sent anywhere.",
  },
  privacyShort: "Data stays on this computer",
  marks: {
    label: "Mark cells on the sheet",
    off: "Off: checking and selecting write nothing into the workbook, so Excel's undo history lives.",
  },
  working: {
    check: "Checking…",
    recheck: "Checking again…",
    apply: "Mending…",
    undo: "Undoing…",
    scaffold: "Making the sheet…",
    compute: "Adding formulas…",
    mark: "Marking…",
    "clear-marks": "Clearing marks…",
    read: "Reading the workbook…",
    keep: "Keeping the justification…",
    stop: "Stop",
  },
  trouble: {
    heading: "That did not work",
    retry: "Try again",
    restart: "Start over",
    crash: "The pane ran into a fault and stopped. Your workbook is not affected.",
    crashRemedy: "Choose Try again to show it anew; if that does not help, choose Start over.",
  },
  settings: "Settings",
  close: "Close",
};
