import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { TableSearch24Regular } from "@fluentui/react-icons/svg/table-search";
import { useEffect, useState } from "react";
import type { TableDescription } from "../../core/described/TableDescription";
import { a1Range } from "../../core/sheet/Address";
import { usePane } from "../PaneContext";
import { EmptyState } from "../parts/EmptyState";
import type { Session } from "../session/session";
import { DESCRIBE_STRINGS } from "../strings/describeStrings";
import { describedSheets } from "./describedSheets";
import { OwnFormKeeper } from "./OwnFormKeeper";
import { RelationItem } from "./RelationItem";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  place: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: "none", margin: 0, padding: 0 },
  back: { alignSelf: "flex-start" },
});

interface DescribePanelProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What tables print of their columns and rows, as sentences with how far their figures obey: before anything is marked. */
export function DescribePanel({ session, onClose }: DescribePanelProps) {
  const styles = useStyles();
  const { work, language } = usePane();
  const words = DESCRIBE_STRINGS[language];
  const [described, setDescribed] = useState<readonly TableDescription[]>();
  useEffect(() => void work.need(), [work]);

  const { checked, kept } = session;
  const [sheets, relations] = [checked?.sheets, kept?.relations];
  useEffect(() => {
    let isCurrent = true;
    if (sheets) {
      describedSheets(sheets, relations ?? new Map())
        .then((found) => isCurrent && setDescribed(found))
        .catch((error: unknown) => work.fail(error));
    }
    return () => {
      isCurrent = false;
    };
  }, [sheets, relations, work]);

  return (
    <section className={styles.panel} aria-label={words.heading} data-testid="descriptions">
      <h2 className={styles.heading}>{words.heading}</h2>
      <p className={styles.lead}>{words.lead}</p>
      {described?.length === 0 && <EmptyState icon={<TableSearch24Regular />} heading={words.none} text={words.noneText} />}
      {described?.map((description) => {
        const { table, relations: read } = description;
        const { top, left } = table.range;
        const place = words.place(table.sheet, a1Range(table.range));
        return (
          <article key={`${table.sheet}|${top}|${left}`} aria-label={place} data-testid="description">
            <h3 className={styles.place}>
              <Link as="button" inline onClick={() => void work.reveal(table.sheet, [{ row: top, column: left }])}>
                {place}
              </Link>
            </h3>
            <ul className={styles.list}>
              {read.map((relation, index) => (
                <RelationItem key={`${index} ${relation.corrected ?? relation.printed}`} table={table} relation={relation} />
              ))}
            </ul>
            {read.some(({ standing }) => standing === "used") && <OwnFormKeeper description={description} />}
          </article>
        );
      })}
      <Button className={styles.back} appearance="primary" onClick={onClose}>
        {words.back}
      </Button>
    </section>
  );
}
