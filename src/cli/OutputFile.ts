import { constants, type BigIntStats } from "node:fs";
import { access, chmod, chown, lstat, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { TroubleError } from "../core/Trouble";
import type { Phrase } from "../core/words/Phrase";
import { clearStaleDrafts, draftBeside } from "./drafts";
import { refuseEmptyName, sayWhatItIs } from "./inputFile";

/** Any of the bits that let somebody write. */
const WRITABLE = 0o222n;
const PERMISSIONS = 0o7777n;
/** A chain of links is followed so far, as by Linux. */
const MOST_LINKS = 40;

const CHOOSE_ANOTHER: Phrase = { vi: "Hãy chọn tên tệp kết quả khác.", en: "Choose another name for the result." };

const TROUBLES = {
  readOnly: {
    what: { vi: "Tệp kết quả đã có và chỉ cho đọc.", en: "The result's file is there already, and read-only." },
    remedy: { vi: "Hãy bỏ thuộc tính chỉ đọc của tệp, hoặc chọn tên khác.", en: "Let the file be written, or choose another name." },
  },
  changed: {
    what: {
      vi: "Tệp kết quả đã bị chương trình khác thay đổi trong lúc xử lý nên không ghi đè.",
      en: "Somebody else changed the result's file meanwhile, so it was not written over.",
    },
    remedy: { vi: "Hãy chạy lại lệnh, hoặc chọn tên tệp kết quả khác.", en: "Run the command again, or choose another name for the result." },
  },
  ofAnother: {
    what: {
      vi: "Tệp kết quả đã có thuộc về người dùng khác, thay tệp sẽ làm mất chủ sở hữu.",
      en: "The result's file is there already and belongs to somebody else, who would lose it.",
    },
    remedy: CHOOSE_ANOTHER,
  },
  failed: {
    what: { vi: "Không ghi được tệp kết quả.", en: "The result could not be written." },
    remedy: {
      vi: "Hãy kiểm tra thư mục có tồn tại, còn chỗ trống và tệp không đang mở ở chương trình khác.",
      en: "See whether the folder exists, has room, and the file is not open elsewhere.",
    },
  },
} satisfies Record<string, { readonly what: Phrase; readonly remedy: Phrase }>;

/**
 * Where a result goes. It is looked at before anything is read, and again before it is written: nothing that somebody else put there
 * meanwhile is lost. The old file stays whole until the new one is, and the new one has its owner and its permissions.
 */
export class OutputFile {
  private constructor(
    /** As the user named it. */
    readonly path: string,
    /** Behind all links: it is the file that is replaced, not the link to it. */
    private readonly target: string,
    /** What stood there; undefined where nothing did. */
    private readonly before: BigIntStats | undefined,
  ) {}

  /** Throws `TroubleError` where a result cannot be written: an empty name, what is no file, a file that is read-only. */
  static async at(path: string): Promise<OutputFile> {
    refuseEmptyName(path);
    const target = await told(path, () => behindLinks(path));
    const before = await told(path, () => stateOf(target));
    const other = before && sayWhatItIs(before);
    if (other) {
      const { vi, en } = TROUBLES.failed.what;
      throw new TroubleError({ what: { vi: `${vi} ${other.vi}`, en: `${en} ${other.en}` }, where: path, remedy: CHOOSE_ANOTHER });
    }
    if (before && !(await mayWrite(target, before))) throw new TroubleError({ ...TROUBLES.readOnly, where: path });
    return new OutputFile(path, target, before);
  }

  /** Writes beside the target and then renames, so that nobody ever sees half a file. Throws `TroubleError`. */
  async write(bytes: Uint8Array): Promise<void> {
    const { path, target, before } = this;
    await clearStaleDrafts(dirname(target));
    const draft = draftBeside(target);
    try {
      await told(path, async () => {
        await writeThrough(draft, bytes);
        if (before) await dress(draft, before, path);
        if (!sameState(await stateOf(target), before)) throw new TroubleError({ ...TROUBLES.changed, where: path });
        await rename(draft, target);
      });
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  }
}

/** Puts whatever goes wrong with the file into words. */
async function told<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TroubleError) throw error;
    throw new TroubleError({ ...TROUBLES.failed, where: path });
  }
}

/** Where a path leads in the end, through links to what is not there yet as well. Throws where links go in a circle. */
async function behindLinks(path: string): Promise<string> {
  let at = resolve(path);
  for (let left = MOST_LINKS; left > 0; left--) {
    const link = await lstat(at).then((found) => found.isSymbolicLink(), absent);
    if (link === undefined) return at;
    if (!link) return realpath(at);
    at = resolve(dirname(at), await readlink(at));
  }
  throw new Error("too many links");
}

/** What is at a path; undefined where nothing is. */
const stateOf = (path: string): Promise<BigIntStats | undefined> => stat(path, { bigint: true }).catch(absent);

/** Swallows that nothing is there, and nothing else. */
function absent(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== "ENOENT") throw error;
  return undefined;
}

/** For the superuser everything may be written: what is marked read-only is left alone all the same. */
async function mayWrite(target: string, { mode }: BigIntStats): Promise<boolean> {
  return (mode & WRITABLE) !== 0n && (await access(target, constants.W_OK).then(() => true, () => false));
}

/** The same file with the same contents, as far as its times tell, to the nanosecond where the disk keeps them. */
function sameState(now: BigIntStats | undefined, before: BigIntStats | undefined): boolean {
  if (!now || !before) return now === before;
  return (["dev", "ino", "size", "mtimeNs", "mode", "uid", "gid"] as const).every((each) => now[each] === before[each]);
}

/** Writes a new file down to the disk. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the draft the owner and the permissions of the file it will replace. Throws `TroubleError` where it cannot be given the owner. */
async function dress(draft: string, { uid, gid, mode }: BigIntStats, path: string): Promise<void> {
  const own = await stat(draft, { bigint: true });
  if (own.uid !== uid || own.gid !== gid) {
    await chown(draft, Number(uid), Number(gid)).catch(() => {
      throw new TroubleError({ ...TROUBLES.ofAnother, where: path });
    });
  }
  // Last, for a change of the owner takes some permissions away.
  await chmod(draft, Number(mode & PERMISSIONS));
}
