/** Exit codes that scripts rely on. */
export const exitCodes = {
  /** 已就绪: no gap that costs points or waits for a person. */
  ready: 0,
  /** 有缺项. */
  gaps: 1,
  /** 输入有误: workspace, criteria or arguments. */
  wrongInput: 2,
  /** 部分材料读不出，其余已评. */
  unreadableEvidence: 3,
  /** 程序自身的错误. */
  bug: 70,
  /** 被中断. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
