// Preloaded into a measured Node process: writes its peak resident memory (kB) where the bench asks for it.
import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.YINGKAO_BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
