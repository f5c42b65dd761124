/** A row of the table; a bench that cannot run (no CLI yet, no python3-docx) says so instead of stopping the others. */
export function attempt(row, measure) {
  try {
    return { ...row, ...measure() };
  } catch (error) {
    return { ...row, failure: error instanceof Error ? error.message : String(error) };
  }
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} 秒`;
}

export function timesDetail({ oursMs, baselineMs, rounds }, extra = "") {
  return `${seconds(oursMs)} 对 ${seconds(baselineMs)}，${rounds} 轮${extra}`;
}
