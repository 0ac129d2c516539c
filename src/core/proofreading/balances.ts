import { exactly, isExact, mayBe, together, type Amount } from "./Amount";
import { around, sayAmount, sayPrinted, type Claim } from "./Claim";
import { amountOf, type Mention, type PartGroup, type ReportRead } from "./Mention";
import { isMistyped, mendsOf } from "./sums";

/** What one story of a report tells of the files: received, resolved, pending, withdrawn. */
type Frame = Map<string, readonly Mention[]>;

const TOLD = ["received", "resolved", "pending", "withdrawn"] as const;
/** A story may be told in so many paragraphs that follow one another. */
const MOST_APART = 2;

/** Files received are resolved, pending or withdrawn: held against each other as one story tells them. */
export function balances({ paragraphs, groups }: ReportRead): readonly Claim[] {
  const claims: Claim[] = [];
  let frame: Frame = new Map();
  let last = -1;
  const end = (): void => {
    const claim = balanceOf(frame);
    if (claim) claims.push(claim);
    frame = new Map();
  };
  const implied = new Map(groups.flatMap((group) => receivedBy(group).slice(0, 1).map((part) => [part, receivedBy(group)] as const)));
  for (const { index, mentions } of paragraphs) {
    for (const mention of mentions) {
      const received = implied.get(mention);
      if (received) {
        end();
        frame.set("received", received);
        last = index;
        continue;
      }
      const [quantity, ...also] = mention.quantities.map(({ id }) => id).filter((id) => (TOLD as readonly string[]).includes(id));
      const isPart = mention.group?.whole !== undefined;
      if (quantity === undefined || also.length > 0 || isPart || (mention.figure.noun !== undefined && mention.figure.noun !== "ho so") || mention.figure.of) continue;
      if (quantity === "received" || frame.has(quantity) || index - last > MOST_APART) end();
      if (mention.residue !== "" && quantity !== "received" && quantity !== "withdrawn" && frame.size === 0) continue;
      frame.set(quantity, [mention]);
      last = index;
    }
  }
  end();
  return claims;
}

/** Files newly received and those carried over, where their total heads them without a number: "Tổng số hồ sơ đã tiếp nhận, trong đó: …". */
function receivedBy({ whole, parts }: PartGroup): readonly Mention[] {
  const named = (id: string): Mention | undefined => parts.find(({ quantities }) => quantities.some((each) => each.id === id));
  const [fresh, carried] = [named("receivedInPeriod"), named("carriedOver")];
  return whole === undefined && fresh && carried && fresh.residue + carried.residue === "" ? [fresh, carried] : [];
}

/** Files not mentioned as withdrawn may be: more than such a part of those received never are. */
const MOST_WITHDRAWN = 20;

function balanceOf(frame: Frame): Claim | undefined {
  const [received = [], [resolved] = [], [pending] = [], [withdrawn] = []] = TOLD.map((id) => frame.get(id));
  const [first] = received;
  if (!first || !resolved || !pending) return undefined;
  const parts = [resolved, pending, ...(withdrawn ? [withdrawn] : [])];
  if ([...received, ...parts].some((mention) => amountOf(mention).isRough)) return undefined;
  const [total, sum] = [together(received.map(amountOf)), together(parts.map(amountOf))];
  const at = around(...[...received, ...parts].map(({ figure }) => figure));
  const figures = [...received, ...parts].map(({ figure }) => figure.start);
  if (mayBe(total, sum)) return { kind: "balance", at, verdict: "agrees", figures };
  const missing: Amount = { low: total.low - sum.high, high: total.high - sum.low };
  const mayBeWithdrawn = !withdrawn && missing.low > 0 && (missing.low * MOST_WITHDRAWN < total.low || !isMistyped([total, ...parts.map(amountOf)]));
  const [stated, expected] = [received.map(({ figure }) => sayPrinted(figure)).join(" + "), sayAmount(sum)];
  const added = parts.map(({ figure }) => sayPrinted(figure)).join(" + ");
  const gap = isExact(missing) && missing.low > 0 ? sayAmount(exactly(missing.low / exactly(1).low)) : "";
  const message = mayBeWithdrawn
    ? { vi: `Tiếp nhận ${stated}, đã và đang giải quyết ${added}: còn ${gap || "một số"} hồ sơ chưa rõ, có thể là hồ sơ rút, trả lại; nên ghi rõ.`, en: `${stated} received, ${added} resolved and pending: ${gap || "some"} are not accounted for, perhaps withdrawn.` }
    : { vi: `Tiếp nhận ${stated} không bằng ${added}${expected ? ` = ${expected}` : ""} (đã giải quyết, đang giải quyết${withdrawn ? ", rút hoặc dừng" : ""}).`, en: `${stated} received is not ${added}${expected ? ` = ${expected}` : ""} (resolved, pending${withdrawn ? ", withdrawn" : ""}).` };
  return { kind: "balance", at, verdict: "differs", figures, difference: { severity: mayBeWithdrawn ? "warning" : "error", at: first.figure, stated: sayPrinted(first.figure), expected: mayBeWithdrawn || received.length > 1 ? "" : expected, other: { at: around(...parts.map(({ figure }) => figure)) }, message }, ...(mayBeWithdrawn ? {} : { mends: mendsOf(received, parts) }) };
}
