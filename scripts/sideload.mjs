// `node scripts/sideload.mjs [manifest.xml] [--remove]`: makes Excel on this computer show the add-in, or forget it.
// `--platform=win32|darwin|…` takes the computer for another kind.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const manifest = given ? resolve(given) : fileURLToPath(new URL("../manifest.xml", import.meta.url));
const remove = options.includes("--remove");
const platform = options.find((option) => option.startsWith("--platform="))?.split("=")[1] ?? process.platform;

/** Where Excel for Windows looks for add-ins under development: one value an add-in, named by its id. */
const DEVELOPER_KEY = String.raw`HKCU\SOFTWARE\Microsoft\Office\16.0\WEF\Developer`;
/** Where Excel for Mac looks for them. */
const MAC_FOLDER = "Library/Containers/com.microsoft.Excel/Data/Documents/wef";

const ADDED =
  "Đã thêm. Khởi động lại Excel rồi tìm nhóm Báo cáo TTHC trên thẻ Trang đầu. / Added. Restart Excel and look for the Báo cáo TTHC group on the Home tab.";
const REMOVED = "Đã gỡ. Khởi động lại Excel để nhóm Báo cáo TTHC biến mất. / Removed. Restart Excel for the Báo cáo TTHC group to go.";

try {
  const id = /<Id>\s*([^<\s]+)\s*<\/Id>/.exec(readFileSync(manifest, "utf8"))?.[1];
  if (!id) throw new Error("no <Id>");
  if (platform === "win32") {
    const value = [DEVELOPER_KEY, "/v", id];
    execFileSync("reg", remove ? ["delete", ...value, "/f"] : ["add", ...value, "/t", "REG_SZ", "/d", manifest, "/f"], { stdio: "pipe" });
    console.log(remove ? REMOVED : ADDED);
  } else if (platform === "darwin") {
    const folder = join(homedir(), MAC_FOLDER);
    const copy = join(folder, `${id}.manifest.xml`);
    if (remove) rmSync(copy, { force: true });
    else {
      mkdirSync(folder, { recursive: true });
      copyFileSync(manifest, copy);
    }
    console.log(remove ? REMOVED : ADDED);
  } else if (remove) {
    console.log(
      "Trong Excel trên web: Trang đầu > Phần bổ trợ > Phần bổ trợ khác > Phần bổ trợ của tôi, bấm … trên tiện ích rồi Loại bỏ. / In Excel on the web: Home > Add-ins > More Add-ins > My Add-ins, press … on the add-in, then Remove.",
    );
  } else {
    console.log(
      `Máy này không có Excel. Mở một sổ tính trong Excel trên web: Trang đầu > Phần bổ trợ > Phần bổ trợ khác > Phần bổ trợ của tôi > Tải lên phần bổ trợ của tôi, rồi chọn ${manifest}. / There is no Excel for this system. Open a workbook in Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose ${manifest}.`,
    );
  }
} catch (error) {
  const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
  console.error(
    `Không làm được với ${manifest}: kiểm tra tệp có đó không, và Excel đã được mở ít nhất một lần chưa. / It did not work for ${manifest}: see that the file is there and that Excel has been opened once. (${why})`,
  );
  process.exit(1);
}
