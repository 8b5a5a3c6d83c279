/** Milliseconds of processor time that the work takes on two quiet cores of the class that bounds are told for. */
const usual = 23

/**
 * How many times slower than usual this machine is now, never less than once: a busy one shares its caches and its cores'
 * halves, so that the same work takes more processor time.
 */
export function calibrated(): number {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return Math.max(1, (user + system) / 1000 / usual)
}

/** Work of the kinds that a server does: objects made, compared, written and read as JSON. */
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
