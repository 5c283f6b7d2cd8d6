/**
 * Stands for the pipeline a what-if was computed on: its stages in order, each with its version.
 *
 * Example: the stages 9 and 4 in the versions 2 and 1 are "9:2,4:1".
 */
export function foreseenOn(stages: readonly { id: number; version: number }[]): string {
  return stages.map(({ id, version }) => `${id}:${version}`).join();
}
