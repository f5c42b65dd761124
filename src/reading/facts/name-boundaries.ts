/** Words that end before a name begins. Single characters only where no name of a place or body holds them. */
const words = `
  的 在 由 与 及 向 至 到 请 据 从 是 被 按照 按 将 把 赴 给 了 对 为 致 驻 让 使 以及 根据 依据 依照 依法
  关于 印发 转发 下发 召开 组织开展 组织 要求 强调 指出 部署 安排 参加 开展 检查 前往 位于 联合 会同 督促 督导 督办
  督查 指导 通知 通报 贯彻 落实 学习 传达 听取 抄送 抄报 主送 报送 上报 呈报 提交 出席 主持 负责 牵头 配合 协助
  责任单位 牵头单位 有关 所有 包括 同意 授权 委托 甲方 乙方 成立 明确 提请 商请 通过 时任 加强 推进 推动 确保 做好
  抓好 强化 提高 深入 进一步 认真 切实 表扬 批评 发现 整改 走访 慰问 调研 考核 约谈 来自 隶属 同时 其中 今年 去年
  目前 截至 近期 日前 近日 带队 陪同 邀请 支持 帮助 调度 排查 巡查 查看 实地 先后 分别 共同 会上 会后 会前 书记
  区长 县长 市长 镇长 局长 主任 同志 领导 代表 并 经 等 以 于 上午 下午 年度 年 月 日 附件 印制 印送 现场 随后
  认为 支撑 涉及 收到 移交 交由 报经 协同 邀 受 接 如 即 则 且 但 若 当
`
  .trim()
  .split(/\s+/u);
/** What may follow a word of the list when it is itself part of a name: 组织部, 经济和信息化局, 检查站, 于都县, 日照市. */
const insideNames =
  /(?:组织(?=部)|经(?=[济开信营贸侦])|检查(?=[站院大支])|联合(?=会)|指导(?=中心)|于(?=[都洪田])|日(?=[照喀])|当(?=[阳涂雄])|如(?=[皋东])|等(?=级)|对(?=外)|以(?=工)|受(?=理)|接(?=待)|学习(?=中心)|会同(?=县)|即(?=墨)|月(?=湖)|并(?=州)|通报(?=中心)|督查(?=[局室])|考核(?=[办委])|代表(?=大会)|主任(?=会)|年(?=鉴)|驻(?=马))/gu;
const stop = new RegExp(`^.*(?:${words.toSorted((a, b) => b.length - a.length).join("|")})`, "u");
/** After the end of one name 和 and 、 join another. */
const joined = /^.*(?:[局会部委办府区镇县市乡队司室院心]|街道)[和或](?=.)/u;

/**
 * The name at the end of a run of Han characters: 要求东明区应急管理局 → 东明区应急管理局.
 * `whole`: the run begins where the Han characters begin. Undefined when nothing shows where the name begins.
 */
export function nameStart(run: string, whole: boolean): string | undefined {
  const guarded = run.replace(insideNames, (word) => "\uE000".repeat(word.length));
  const afterWord = guarded.replace(stop, "");
  const name = afterWord.replace(joined, "");
  if (name.length === run.length && !whole) return undefined;
  return run.slice(run.length - name.length);
}
