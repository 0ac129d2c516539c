import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ClipboardCheckmark24Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentText24Regular } from "@fluentui/react-icons/svg/document-text";
import { ShieldCheckmark24Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { TableAdd24Regular } from "@fluentui/react-icons/svg/table-add";
import type { ReactNode } from "react";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  heading: { margin: `${tokens.spacingVerticalS} 0`, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { display: "grid", gridTemplateColumns: "24px 1fr", columnGap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalM },
  icon: { color: tokens.colorBrandForeground1 },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
  begin: { width: "100%", margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}` },
  privacy: {
    display: "grid",
    gridTemplateColumns: "24px 1fr",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** The first screen: what the pane does, that data stays here, and with `marking` whether checks mark what they find. */
export function Welcome({ marking }: { readonly marking: ReactNode }) {
  const styles = useStyles();
  const { strings, work } = usePane();
  const { welcome } = strings;
  const item = (icon: ReactNode, title: string, text: string) => (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </li>
  );
  return (
    <section data-testid="welcome">
      <h2 className={styles.heading}>{welcome.heading}</h2>
      <p className={styles.lead}>{welcome.lead}</p>
      <ul className={styles.list}>
        {item(<ClipboardCheckmark24Regular />, welcome.checkTitle, welcome.checkText)}
        {item(<TableAdd24Regular />, welcome.scaffoldTitle, welcome.scaffoldText)}
        {item(<DocumentText24Regular />, welcome.narrativeTitle, welcome.narrativeText)}
      </ul>
      <Button appearance="primary" size="large" className={styles.begin} onClick={() => void work.check()}>
        {welcome.begin}
      </Button>
      {marking}
      <p className={styles.privacy}>
        <ShieldCheckmark24Regular aria-hidden />
        <span>{welcome.privacy}</span>
      </p>
    </section>
  );
}
