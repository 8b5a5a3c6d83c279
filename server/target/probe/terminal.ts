/** Where a command reads and writes. */
export interface ProbeTerminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Prints a line of the result. */
  readonly print: (text: string) => void
  /** Prints a line about the progress. */
  readonly note: (text: string) => void
  /** Asks a question; absent where nobody can answer. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined
  /** Comes when the user wants to stop. */
  readonly signal: AbortSignal
}
