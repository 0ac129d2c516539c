import type { Official, Phrase } from "../words/Phrase";

/** A formula by which a rate is worked out: ids of the quantities added up above and below the line. */
export interface Formula {
  readonly id: string;
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** How figures of several units, or periods, become one: added up, averaged, the first or last of them, worked out anew, or not at all. */
export type Together = "sum" | "mean" | "first" | "last" | "anew" | "none";

/** What reports count or measure. Figures are whole numbers of 10^-decimals of the unit. */
export interface Quantity {
  /** Forms bind it to cells by this, paragraphs tell it: "received". */
  readonly id: string;
  readonly unit: Official;
  readonly decimals?: number;
  /** What is counted, after a number: "1.652 hồ sơ tiếp nhận". */
  readonly name: Phrase;
  /** Ids of parts that together make it up, in each way it is split. */
  readonly splits?: readonly (readonly string[])[];
  /** Ids of quantities that it cannot exceed. */
  readonly atMost?: readonly string[];
  /** Every formula known of a rate: which one was meant is named where it is told. */
  readonly rate?: readonly Formula[];
  /** "sum" where nothing is said. */
  readonly overUnits?: Together;
  readonly overPeriods?: Together;
  /** Forms have no column for it: the reporter tells it in answer to the question with this id. */
  readonly question?: string;
  /** Kinds of the `words` that name it in sentences. */
  readonly words?: readonly string[];
  /** Sentences begin with it, and go on with its parts. */
  readonly opens?: true;
  /** Ids of those among whose parts it may be told, too. */
  readonly beside?: readonly string[];
  /** A word that names it only where the other parts of a split are told, and no word of this pattern is. */
  readonly loosely?: { readonly word: string; readonly unless: string };
}

/** Words of sentences, as a pattern of flattened text: lower case, no accents. A space stands for any space. */
export interface Words {
  readonly kind: string;
  readonly pattern: string;
  /** They may follow what they count: "16 hồ sơ từ kỳ trước chuyển qua". */
  readonly after?: true;
  /** What they count may be listed field by field. */
  readonly listed?: true;
}

/** What is told in reports, and in which words: data. */
export interface Vocabulary {
  readonly quantities: readonly Quantity[];
  /** The first that fits is taken. "files" are the noun that is counted, "place" where, "field" what opens the name of a field. */
  readonly words: readonly Words[];
  readonly scope: {
    /** Who may be said to have received files, as a pattern of lower case; a name may follow, but for the words that open a restriction. */
    readonly units: string;
    readonly restricting: string;
    /** Words before, and after, a count that take nothing away from the whole, parted by spaces. */
    readonly neutralBefore: string;
    readonly neutralAfter: string;
    /** Words in a heading that make what stands below it a part of the whole; a pattern of flattened text. */
    readonly partial: string;
  };
}

export const quantityOf = ({ quantities }: Vocabulary, id: string): Quantity | undefined => quantities.find((each) => each.id === id);

/** What is counted: the name it goes by here, and all its words in flattened text, longest first. */
export interface ReportNoun {
  readonly noun: string;
  readonly words: readonly string[];
}

/** A document that reports cite: "61/2018/NĐ-CP" is a Nghị định of Chính phủ of 23/4/2018. */
export interface CitedDocument {
  readonly number: string;
  readonly year: number;
  /** What stands after the year: "NĐ-CP"; undefined where the number has no year: "766/QĐ-TTg" has `year` only for its date. */
  readonly code: string;
  /** Whether the year is a part of its number. */
  readonly isDated: boolean;
  readonly kind: string;
  /** "2018-04-23" */
  readonly date: string;
}

/** What written reports are read with: data. */
export interface ReportWords {
  readonly nouns: readonly ReportNoun[];
  /** Quantities and the words they go by in any report. */
  readonly vocabulary: Vocabulary;
  /** Words between a figure and its share: "đạt tỷ lệ". Parted by spaces, flattened. */
  readonly beforeShare: string;
  /** Flattened words of labels that take nothing away from what is named, parted by spaces. */
  readonly neutral: string;
  readonly documents: readonly CitedDocument[];
}
