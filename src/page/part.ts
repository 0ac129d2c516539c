import { TroubleError } from "../core/Trouble";

/** An import that fails with words: the network is gone, or a newer release has replaced the file. */
export function part<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return () =>
    load().catch(() => {
      throw new TroubleError({
        what: { vi: "Không tải được một phần của tiện ích.", en: "A part of the add-in could not be loaded." },
        remedy: {
          vi: "Kiểm tra kết nối mạng rồi thử lại; nếu vẫn vậy, đóng rồi mở lại ngăn tiện ích.",
          en: "Check the network and try again; if that does not help, close the pane and open it again.",
        },
      });
    });
}
