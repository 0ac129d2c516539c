import { makeStyles, tokens } from "@fluentui/react-components";
import type { FormEvent, ReactNode } from "react";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalMNudge },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface PanelFormProps {
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A screen of choices that ends in one deed. */
export function PanelForm({ heading, lead, onSubmit, children }: PanelFormProps) {
  const styles = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </form>
  );
}
