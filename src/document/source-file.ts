// One file as it came from the disk: where it stands in the workspace and its bytes.

export interface SourceFile {
  /** Relative to the workspace, with forward slashes; this is what diagnostics print. */
  path: string;
  bytes: Uint8Array;
}
