import { Field, Select } from "@fluentui/react-components";
import type { Level } from "../../core/form/Form";
import { LEVELS } from "../../core/head/ReportInfo";
import { useScreen } from "../strings/screenStrings";

interface LevelChoiceProps {
  readonly level: Level | undefined;
  /** What choosing none is called, where that may be. */
  readonly any?: string;
  readonly onChoose: (level: Level | undefined) => void;
}

/** Chooses the level of the unit that reports. */
export function LevelChoice({ level, any, onChoose }: LevelChoiceProps) {
  const { strings } = useScreen();
  const { scaffold } = strings;
  return (
    <Field label={scaffold.level}>
      <Select value={level ?? ""} onChange={(_, { value }) => onChoose(LEVELS.find((each) => each === value))} data-testid="level">
        {any !== undefined && <option value="">{any}</option>}
        {LEVELS.map((each) => (
          <option key={each} value={each}>
            {scaffold.levels[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
