import { counted, FIRST, LAST } from "./counted";

/** Procedures announced, published and reviewed: items I.3 and I.4 of the outline. */
export const REGULATIONS = [
  ...counted("quyết định", [
    ["announcing", "quyết định công bố thủ tục hành chính", "decisions announcing procedures"],
    ["approving", "quyết định phê duyệt quy trình nội bộ", "decisions approving internal processes"],
  ]),
  ...counted("quy trình", [["approved", "quy trình nội bộ được phê duyệt trong kỳ", "internal processes approved in the period"]]),
  ...counted("TTHC", [
    ["announced", "TTHC được công bố trong kỳ", "procedures announced in the period", { splits: [["announcedNew", "amended", "abolished"]] }],
    ["announcedNew", "TTHC công bố mới", "procedures newly announced"],
    ["amended", "TTHC được sửa đổi, bổ sung", "procedures amended"],
    ["abolished", "TTHC bị bãi bỏ", "procedures abolished"],
    ["listed", "TTHC có trong danh mục trong kỳ", "procedures listed in the period", { splits: [["listedBefore", "listedNew"], ["delisted", "inForce"]], overPeriods: "anew" }],
    ["listedBefore", "TTHC còn hiệu lực đầu kỳ", "procedures in force at the beginning", FIRST],
    ["listedNew", "TTHC đưa vào danh mục trong kỳ", "procedures added to the list"],
    ["delisted", "TTHC đưa khỏi danh mục trong kỳ", "procedures taken off the list"],
    ["inForce", "TTHC còn hiệu lực cuối kỳ", "procedures in force at the end", LAST],
    ["posted", "TTHC được niêm yết", "procedures posted", { atMost: ["inForce"], ...LAST }],
    ["published", "TTHC được công khai trên môi trường điện tử", "procedures published online", { atMost: ["inForce"], ...LAST }],
    ["atOneStop", "TTHC tiếp nhận tại Bộ phận Một cửa", "procedures taken at the one-stop shop", { atMost: ["inForce"], ...LAST }],
    ["interlinked", "TTHC thực hiện một cửa liên thông", "interlinked procedures", { atMost: ["atOneStop"], ...LAST }],
    ["reviewPlanned", "TTHC cần rà soát theo kế hoạch", "procedures to be reviewed"],
    ["reviewed", "TTHC đã được rà soát", "procedures reviewed", { atMost: ["reviewPlanned"] }],
    ["reviewKeep", "TTHC đề nghị giữ nguyên", "procedures to be kept"],
    ["reviewAbolish", "TTHC đề nghị bãi bỏ", "procedures to be abolished"],
    ["reviewAmend", "TTHC đề nghị sửa đổi, bổ sung", "procedures to be amended"],
    ["reviewReplace", "TTHC đề nghị thay thế", "procedures to be replaced"],
    ["reviewInterlink", "TTHC đề nghị liên thông", "procedures to be interlinked"],
    ["reviewOnline", "TTHC có giải pháp trên môi trường điện tử", "procedures with a solution online", { atMost: ["reviewed"] }],
  ]),
]; // prettier-ignore

/** Feedback and petitions: item I.5. */
export const FEEDBACK = counted("phản ánh, kiến nghị", [
  ["feedback", "phản ánh, kiến nghị tiếp nhận", "petitions received", {
    splits: [["feedbackFresh", "feedbackCarried"], ["feedbackOnRules", "feedbackOnActs"], ["feedbackResolved", "feedbackPending"]], overPeriods: "anew",
  }],
  ["feedbackFresh", "phản ánh, kiến nghị mới tiếp nhận", "petitions newly received"],
  ["feedbackCarried", "phản ánh, kiến nghị từ kỳ trước chuyển qua", "petitions carried over", FIRST],
  ["feedbackOnRules", "phản ánh, kiến nghị về quy định hành chính", "petitions about rules"],
  ["feedbackOnActs", "phản ánh, kiến nghị về hành vi hành chính", "petitions about acts"],
  ["feedbackResolved", "phản ánh, kiến nghị đã xử lý", "petitions handled"],
  ["feedbackPublished", "kết quả xử lý phản ánh, kiến nghị được đăng tải công khai", "petitions whose result was published", { atMost: ["feedbackResolved"] }],
  ["feedbackPending", "phản ánh, kiến nghị đang xử lý", "petitions pending", LAST],
]); // prettier-ignore

/** One-stop shops: overdue files, the post, staff and equipment: items I.6 and I.7. */
export const ONE_STOP = [
  ...counted("hồ sơ", [
    ["overdue", "hồ sơ quá hạn", "overdue files", { splits: [["overdueResolved", "overduePending"], ["byOfficials", "byOtherOffices", "byDifficulty", "bySystems", "byOther"]], overPeriods: "none" }],
    ["overdueResolved", "hồ sơ quá hạn đã giải quyết", "overdue files resolved"],
    ["overduePending", "hồ sơ quá hạn đang giải quyết", "overdue files pending", LAST],
    ["byOfficials", "hồ sơ quá hạn do người giải quyết", "files late by officials"],
    ["byOtherOffices", "hồ sơ quá hạn do cơ quan phối hợp", "files late by other offices"],
    ["byDifficulty", "hồ sơ quá hạn do phức tạp", "files late by difficulty"],
    ["bySystems", "hồ sơ quá hạn do hệ thống thông tin", "files late by systems"],
    ["byOther", "hồ sơ quá hạn do nguyên nhân khác", "files late by other reasons"],
    ["apologised", "hồ sơ quá hạn đã có thư xin lỗi", "overdue files with an apology", { atMost: ["overdue"] }],
    ["postReceived", "hồ sơ tiếp nhận qua bưu chính công ích", "files received through the public post"],
    ["postWanted", "hồ sơ đăng ký trả kết quả qua bưu chính", "files to be returned by post"],
    ["postReturned", "hồ sơ trả kết quả qua bưu chính công ích", "files returned by post", { atMost: ["resolved"] }],
    ["linked", "hồ sơ TTHC liên thông", "files of interlinked procedures", { splits: [["linkedBirths", "linkedDeaths"]] }],
    ["linkedBirths", "hồ sơ liên thông khai sinh, thường trú, BHYT", "interlinked files of births"],
    ["linkedDeaths", "hồ sơ liên thông khai tử, xóa thường trú, mai táng phí", "interlinked files of deaths"],
  ]),
  ...counted("TTHC", [
    ["postOneStop", "TTHC tại Bộ phận Một cửa có thể giao bưu chính", "procedures that may go by post", LAST],
    ["postProcedures", "TTHC giao qua bưu chính công ích", "procedures given to the post", { atMost: ["postOneStop"], ...LAST }],
  ]),
  ...counted("người", [
    ["staff", "người làm việc tại Bộ phận Một cửa", "people at the one-stop shop", { splits: [["postgraduates", "graduates", "collegeGraduates", "otherDegrees"]] }],
    ["postgraduates", "người có trình độ trên đại học", "people with a higher degree"],
    ["graduates", "người có trình độ đại học", "university graduates"],
    ["collegeGraduates", "người có trình độ cao đẳng", "college graduates"],
    ["otherDegrees", "người có trình độ khác", "people with another degree"],
    ["officials", "cán bộ, công chức, viên chức tại Bộ phận Một cửa", "officials at the one-stop shop", { atMost: ["staff"] }],
    ["postStaff", "nhân viên bưu chính tại Bộ phận Một cửa", "postal staff at the one-stop shop", { atMost: ["staff"] }],
  ], LAST),
  ...counted("cái", [
    ["items", "trang thiết bị của Bộ phận Một cửa", "items of equipment", { splits: [["itemsWorking", "itemsBroken"]] }],
    ["itemsWorking", "trang thiết bị sử dụng tốt", "items that work"],
    ["itemsBroken", "trang thiết bị hư hỏng", "items that are broken"],
    ["itemsWanted", "trang thiết bị đề nghị trang bị thêm", "items asked for"],
  ], LAST),
  ...counted("phiếu", [
    ["surveyed", "phiếu thăm dò ý kiến", "answers to the survey", { splits: [["contented", "discontented"]] }],
    ["contented", "phiếu thăm dò hài lòng", "contented answers"],
    ["discontented", "phiếu thăm dò không hài lòng", "discontented answers"],
  ]),
]; // prettier-ignore

/** Services online, payments, digitisation and electronic copies: item I.8. */
export const ONLINE = [
  ...counted("TTHC", [
    ["serviceProcedures", "TTHC thuộc thẩm quyền", "procedures within the unit's authority"],
    ["services", "dịch vụ công trực tuyến", "services online", { splits: [["fullServices", "partialServices", "informing"]], atMost: ["serviceProcedures"] }],
    ["fullServices", "dịch vụ công trực tuyến toàn trình", "services fully online"],
    ["partialServices", "dịch vụ công trực tuyến một phần", "services partly online"],
    ["informing", "dịch vụ cung cấp thông tin trực tuyến", "services that inform online"],
  ], LAST),
  ...counted("hồ sơ", [
    ["onlineFiles", "hồ sơ qua dịch vụ công trực tuyến", "files through services online", { splits: [["fullFiles", "partialFiles"]] }],
    ["fullFiles", "hồ sơ qua dịch vụ công toàn trình", "files through full services"],
    ["partialFiles", "hồ sơ qua dịch vụ công một phần", "files through partial services"],
    ["paid", "hồ sơ đã thu phí, lệ phí", "files of which fees were taken", { splits: [["paidAtCounter", "paidOnline"]] }],
    ["paidAtCounter", "hồ sơ nộp phí, lệ phí trực tiếp", "files paid at the counter"],
    ["paidOnline", "hồ sơ thanh toán trực tuyến", "files paid online"],
    ["scanned", "hồ sơ có số hóa thành phần", "files with parts digitised"],
    ["notScanned", "hồ sơ chưa số hóa thành phần", "files with no part digitised"],
    ["partsReused", "hồ sơ tái sử dụng thành phần", "files with parts used again", { atMost: ["scanned"] }],
    ["partsFromPortal", "hồ sơ tái sử dụng thành phần từ Cổng quốc gia", "files with parts from the national portal", { atMost: ["partsReused"] }],
    ["resultScanned", "hồ sơ đã số hóa kết quả", "files with the result digitised"],
    ["resultNotScanned", "hồ sơ chưa số hóa kết quả", "files with no result digitised"],
    ["certifications", "hồ sơ chứng thực", "files of certification"],
    ["electronicCertifications", "hồ sơ chứng thực bản sao điện tử", "files of electronic certification", { atMost: ["certifications"] }],
  ]),
  ...counted("bản sao", [["electronicCopies", "bản sao điện tử đã cấp", "electronic copies issued"]]),
  ...counted("đồng", [
    ["amount", "phí, lệ phí đã thu", "fees taken", { splits: [["amountAtCounter", "amountOnline"]] }],
    ["amountAtCounter", "phí, lệ phí thu trực tiếp", "fees taken at the counter"],
    ["amountOnline", "phí, lệ phí thanh toán trực tuyến", "fees paid online"],
  ]),
]; // prettier-ignore

/** Publicity and tasks: items I.9 and I.12. */
export const SURROUNDINGS = [
  ...counted("chuyên mục", [["programmes", "chuyên mục truyền thông", "programmes"]]),
  ...counted("tin", [["news", "tin truyền thông", "news items"]]),
  ...counted("bài", [["articles", "bài truyền thông", "articles"]]),
  ...counted("lượt", [["broadcasts", "lượt phát thanh", "broadcasts"]]),
  ...counted("tờ rơi", [["leaflets", "tờ rơi, tờ gấp", "leaflets"]]),
  ...counted("nhiệm vụ", [
    ["tasks", "nhiệm vụ được giao", "tasks given", { splits: [["tasksDone", "tasksOpen"]], overPeriods: "none" }],
    ["tasksDone", "nhiệm vụ đã hoàn thành", "tasks done", { splits: [["tasksDoneInTime", "tasksDoneLate"]] }],
    ["tasksDoneInTime", "nhiệm vụ hoàn thành đúng hạn", "tasks done in time"],
    ["tasksDoneLate", "nhiệm vụ hoàn thành trễ hạn", "tasks done late"],
    ["tasksOpen", "nhiệm vụ đang thực hiện", "tasks under way", { splits: [["tasksOpenInTime", "tasksOpenLate"]], ...LAST }],
    ["tasksOpenInTime", "nhiệm vụ đang thực hiện trong hạn", "tasks under way in time", LAST],
    ["tasksOpenLate", "nhiệm vụ đang thực hiện quá hạn", "tasks under way overdue", LAST],
  ]),
]; // prettier-ignore
