/** How often an operation was called, refused, and answered with each status. */
export class OperationCount {
  calls = 0
  refused = 0
  /** Calls by status; 0 stands for calls without an answer. */
  readonly byStatus = new Map<number, number>()

  /** Counts a call. */
  add(status: number | null, isRefused: boolean): void {
    this.calls++
    if (isRefused) this.refused++
    this.byStatus.set(status ?? 0, (this.byStatus.get(status ?? 0) ?? 0) + 1)
  }

  /** Adds what another one counted. */
  merge({ calls, refused, byStatus }: OperationCount): void {
    this.calls += calls
    this.refused += refused
    for (const [status, count] of byStatus) this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + count)
  }
}

/** Counts by operation; null stands for calls that no operation has. */
export class OperationCounts extends Map<string | null, OperationCount> {
  /** Returns the count of an operation, a new one where there is none. */
  of(operation: string | null): OperationCount {
    let count = this.get(operation)
    if (count === undefined) {
      count = new OperationCount()
      this.set(operation, count)
    }
    return count
  }

  /** Adds what others counted. */
  merge(others: OperationCounts): void {
    for (const [operation, count] of others) this.of(operation).merge(count)
  }
}
