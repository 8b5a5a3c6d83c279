/** The exit codes of the program, by what happened. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  state: 3,
  port: 4,
  newerState: 5,
  verification: 6,
  inUse: 7,
  rehearsal: 8,
} as const

/** The meaning of each exit code, in a sentence for the reference. */
export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'A signal ended the server. `health`: the server is ready. `seed check`: every seed is right. `feed check`: every product is valid.',
  failure: 'A failure, or a second signal. `health`: the server is not ready.',
  usage:
    'Usage: a flag, a variable, the configuration file, the ready file or the file to export to is refused, or a certificate.',
  state: 'A seed, a state file or the data directory is refused. `feed check`: a product would not be published.',
  port: 'The port is taken, or may not be opened.',
  newerState: 'The state was written by a newer version.',
  verification:
    '`exec --fail-on` or `--unmatched fail`: the command passed, but the report has one of the findings. `probe` and `compare` with `--fail-on differences`: the target answers otherwise.',
  rehearsal: '`exec --rehearse`: the command passed, but some of its calls break with that version of the API.',
  inUse: 'Another server that still runs has the data directory.',
}
