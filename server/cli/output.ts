/** Prints an error for people on standard error. */
export const printError = (error: unknown): void =>
  void process.stderr.write(`pinterest-ads-mock: ${error instanceof Error ? error.message : error}\n`)

/** Prints a text with a line's end on standard output. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`)
