import { clearMarks } from "./clearMarks";

// The page behind ribbon buttons that open no pane. The name is the manifest's FunctionName.
void Office.onReady().then(() => Office.actions.associate("clearMarks", clearMarks));
