import { readTables } from "../../src/core/table/readTables";
import { drawn, rowsRead } from "../fixtures/drawnTable";

describe("tables beside one another", () => {
  it("are told apart by numbers from 1 on under any heading, wherever their rows begin", () => {
    const [first, second, ...rest] = readTables(
      drawn(`
        STT | Lĩnh vực | Tiếp nhận | Đã giải quyết | | |          |      |
        1   | Hộ tịch  | 10        | 8             | | Chỉ số | Tên chỉ số | Điểm chuẩn | Điểm tự chấm
        2   | Đất đai  | 5         | 5             | | 1 | Thời gian | 2 | 1,8
        3   | Xây dựng | 4         | 4             | | 2 | Công khai | 2 | 2
            | Tổng số  | 19        | 17            | | 3 | Thái độ | 2 | 1,9
                       |           |               | | | Tổng cộng | 6 | 5,7
      `),
    );
    expect(rest).toEqual([]);
    expect(rowsRead(first!)).toHaveLength(4);
    expect(rowsRead(second!)).toHaveLength(4);
  });

  it("may be much longer than one another", () => {
    const tables = readTables(
      drawn(`
        STT | Lĩnh vực | Tiếp nhận | | STT | Đơn vị | Tổng số | Cấp tỉnh
        1   | Hộ tịch  | 10        | | 1 | Sở Xây dựng | 5 | 5
        2   | Đất đai  | 5         | | 2 | Sở Tài chính | 3 | 3
        3   | Xây dựng | 4         | | | |
        4   | Y tế     | 4         | | | |
        5   | Đầu tư   | 4         | | | |
        6   | Lao động | 4         | | | |
        7   | Chứng thực | 4       | | | |
        8   | Giáo dục | 4         | | | |
      `),
    );
    expect(tables.map((table) => rowsRead(table).length)).toEqual([8, 2]);
  });
});
