/** Wordings of a section's sum: {n} its ordinal, {name} what it is called, {list} "1+2+3". */
export const SUM_WORDS: readonly string[] = [
  "Cộng {name}", "Tổng {n}", "Tổng phụ", "Cộng mục {n}", "Cộng ({n})", "Tổng nhóm {n}", "{name} Total", "Tổng {name}", "Tổng cộng {name}", "Tổng cộng {n}",
  "Tổng cộng mục {n}", "Tổng số {name}", "Cộng", "Tổng", "Tổng cộng", "Cộng nhóm", "Cộng phần {n}", "Tổng phần {n}", "Tổng mục {n}", "Cộng khối {name}",
  "Tổng tiểu mục", "Cộng nhỏ", "Tổng con", "Tổng ({n})", "Cộng {n}", "Tổng hồ sơ {name}", "Subtotal {n}", "Tổng nhỏ {n}", "Cộng ({list})", "TỔNG {NAME}",
  "Tổng số ({n})", "* Cộng {name}", "Số cộng {name}", "Cộng theo cấp", "Cộng riêng {name}", "Tổng từng phần", "CỘNG {n}:", "Tổng số hồ sơ {name}", "Cộng tiểu mục {n}",
];

export const UNKNOWN_SUM_WORDS: readonly string[] = ["Gộp", "Dồn lại", "Lũy kế nhóm", "Gom {name}", "Kết {n}", "Quy về {name}"];

/** Wordings of the sum of everything: {list} the sections' ordinals, "I+II". */
export const GRAND_WORDS: readonly string[] = [
  "TỔNG CỘNG", "Tổng cộng", "Tổng số", "Tổng chung", "Tổng toàn tỉnh", "Toàn tỉnh", "Tổng cộng ({list})", "Tổng số hồ sơ", "CỘNG", "Cộng chung", "Tổng các cấp",
  "Tổng cộng toàn huyện", "Grand Total", "TỔNG", "-Tổng-", "Tổng cộng các lĩnh vực", "Tổng số ({list})", "TỔNG SỐ TOÀN ĐƠN VỊ",
];

export const UNKNOWN_GRAND_WORDS: readonly string[] = ["Gộp hết", "Dồn chung", "Chốt bảng", "Hết thảy"];

/** What sections are called. */
export const SECTION_NAMES: readonly string[] = [
  "cấp tỉnh", "cấp huyện", "cấp xã", "lĩnh vực đất đai", "khối sở, ngành", "lĩnh vực tư pháp", "nhóm nội vụ", "lĩnh vực xây dựng", "ngành dọc", "khối xã, phường",
];

export const GROUP_NAMES: readonly string[] = ["Thủ tục thuộc thẩm quyền tỉnh", "Thủ tục thuộc thẩm quyền xã", "Cơ quan ngành dọc", "Thủ tục liên thông"];

export const LINE_NAMES: readonly string[] = [
  "Hộ tịch", "Chứng thực", "Đất đai", "Môi trường", "Xây dựng", "Giáo dục", "Bảo trợ xã hội", "Người có công", "Lao động", "Tôn giáo", "Đăng ký kinh doanh", "Đường bộ",
  "Y tế dự phòng", "Dược phẩm", "Thú y", "Lâm nghiệp", "Thủy lợi", "Văn hóa cơ sở", "Thể dục thể thao", "Du lịch", "Công chứng", "Luật sư", "Hợp tác xã", "Đấu thầu",
  "Viễn thông", "Xuất bản", "Điện lực", "Hóa chất", "Quốc tịch", "Thi đua khen thưởng", "Tổ chức hội", "Tổng hợp quy hoạch", "Khoáng sản", "Tài nguyên nước",
];

export const UNIT_NAMES: readonly string[] = [
  "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ", "UBND xã Tân Lập",
  "UBND xã Đông Sơn", "UBND phường Hòa Bình", "UBND xã Bình Minh", "UBND phường An Thới", "Ban Quản lý khu kinh tế", "Thanh tra tỉnh", "UBND xã Mỹ Lộc",
];

export const PART_NAMES: readonly string[] = [
  "Cấp mới", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Thu hồi", "Tổ chức", "Cá nhân", "Trong nước", "Có yếu tố nước ngoài", "Đăng ký lần đầu", "Đăng ký biến động",
];

export const MEMO_NAMES: readonly string[] = ["Trong đó: hồ sơ liên thông", "Trong đó: miễn phí, lệ phí", "Trong đó: hồ sơ toàn trình", "Trong đó: do tổ chức nộp"];

export const NOTES: readonly string[] = [
  "Ghi chú: số liệu lấy từ hệ thống một cửa điện tử", "(Số liệu chưa gồm hồ sơ liên thông của ngành dọc)", "* Lĩnh vực này nhận thêm hồ sơ của đơn vị sáp nhập",
  "Nguồn: trích từ phần mềm lúc 17 giờ ngày 14/6/2024", "Ghi chú: mục này có 3 hồ sơ chuyển từ xã bên",
];

export const ROMAN: readonly string[] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
