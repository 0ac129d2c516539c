import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "../../core/words/Phrase";
import type { Preferences } from "../settings/preferences";
import { forgetReporting, isReportingKept } from "../settings/reporting";
import { useScreen } from "../strings/screenStrings";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalL },
  kept: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

interface SettingsPanelProps {
  readonly preferences: Preferences;
  readonly onPrefer: (preferences: Preferences) => void;
  readonly onClose: () => void;
}

/** Language and colours of the pane. */
export function SettingsPanel({ preferences, onPrefer, onClose }: SettingsPanelProps) {
  const styles = useStyles();
  const { strings, language } = useScreen();
  const { settings } = strings;
  // Undefined where there is nothing to tell; false once it was forgotten.
  const [kept, setKept] = useState<boolean | undefined>(() => isReportingKept() || undefined);
  const forget = () => {
    forgetReporting();
    setKept(false);
  };
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>{settings.heading}</h2>
      <Field label={settings.language}>
        <RadioGroup value={language} onChange={(_, { value }) => onPrefer({ ...preferences, language: value as Language })}>
          <Radio value="vi" label="Tiếng Việt" />
          <Radio value="en" label="English" />
        </RadioGroup>
      </Field>
      <Field label={settings.theme}>
        <RadioGroup value={preferences.theme} onChange={(_, { value }) => onPrefer({ ...preferences, theme: value as Preferences["theme"] })}>
          {(["host", "light", "dark"] as const).map((theme) => (
            <Radio key={theme} value={theme} label={settings.themes[theme]} data-testid={`theme-${theme}`} />
          ))}
        </RadioGroup>
      </Field>
      {kept !== undefined && (
        <div className={styles.kept} role="status">
          <span>{kept ? settings.reporting : settings.forgotten}</span>
          {kept && (
            <Button size="small" onClick={forget} data-testid="forget-reporting">
              {settings.forget}
            </Button>
          )}
        </div>
      )}
      <Button appearance="primary" onClick={onClose}>
        {settings.back}
      </Button>
    </section>
  );
}
