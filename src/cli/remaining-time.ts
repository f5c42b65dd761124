const drawEveryMs = 100;
/** Before this, the pace says nothing yet. */
const paceAfterMs = 3_000;

/** ，约剩 2 分钟, from the pace so far; undefined: too early to draw again. */
export function remainingTime(): (done: number, total: number) => string | undefined {
  const start = performance.now();
  let drawn = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (now - drawn < drawEveryMs && done < total) return undefined;
    drawn = now;
    if (now - start < paceAfterMs) return "";
    const seconds = ((now - start) / done / 1000) * (total - done);
    return seconds < 60
      ? `，约剩 ${String(Math.max(1, Math.ceil(seconds / 10) * 10))} 秒`
      : `，约剩 ${String(Math.ceil(seconds / 60))} 分钟`;
  };
}
