/** Test files that run in one process. */
export interface Group {
  readonly files: readonly string[]
  /** How many milliseconds it is expected to take. */
  readonly duration: number
}

/**
 * Cuts a list of files into groups of about equal duration, the longest first. Neighbours stay together: what they
 * import is much the same, and the same files make the same groups.
 *
 * @param count How many groups there are at most.
 */
export function groupsOf(
  files: readonly string[],
  durationOf: (file: string) => number,
  count: number,
): readonly Group[] {
  const total = files.reduce((sum, file) => sum + durationOf(file), 0)
  const groups = new Map<number, Group>()
  let passed = 0
  for (const file of files) {
    const duration = durationOf(file)
    // The middle of the file says where it belongs, so that a long one does not pull its neighbours along.
    const index = Math.min(count - 1, Math.floor(((passed + duration / 2) / total) * count))
    const group = groups.get(index) ?? { files: [], duration: 0 }
    groups.set(index, { files: [...group.files, file], duration: group.duration + duration })
    passed += duration
  }
  return [...groups.values()].sort((one, other) => other.duration - one.duration)
}
