/** One file of the demo workspace; `path` is relative to the workspace, "/" between segments, spelled as it shall stand on disk. */
export interface DemoFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
