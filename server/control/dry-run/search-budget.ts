/** Microseconds of processor time that one search may take, with all that it loads and copies. */
const maxProcessorTime = 150_000

/** Limits a search by the processor time of the process: the clock would stop it early on a busy machine. */
export class SearchBudget {
  readonly #start = process.cpuUsage()

  /** Whether the time is used up. */
  get isOver(): boolean {
    const { user, system } = process.cpuUsage(this.#start)
    return user + system > maxProcessorTime
  }
}
