/** Milliseconds of processor time that the work takes on two quiet cores of the class that bounds refer to. */
const usual = 23

/**
 * Measures how many times slower than usual this machine is now, at least 1: a busy machine shares caches and core
 * halves, so that the same work takes more processor time.
 */
export function measureSlowness(): number {
  const startUsage = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(startUsage)
  return Math.max(1, (user + system) / 1000 / usual)
}

/** Runs work of the kinds that a server does: creates, compares, writes and reads objects as JSON. */
function work(): number {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    id: String((index * 7919) % 20_011),
    name: `Row ${index}`,
    values: [index, index / 7, null, true],
  }))
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const read: typeof rows = JSON.parse(JSON.stringify(sorted))
  return new Map(read.map((row) => [row.id, row.name])).size
}
