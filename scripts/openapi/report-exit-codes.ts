import { exitCodeMeanings, exitCodes } from '#server/cli/exit-codes.ts'
import { generated, table } from './report-text.ts'

/** Every exit code of the program on one page. */
export function exitCodesPage(): string {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[]
  return `${[
    '# Exit codes',
    `The codes with which \`pinterest-ads-mock\` ends. ${generated}`,
    table(
      ['Code', 'Meaning'],
      names.map((name) => [String(exitCodes[name]), exitCodeMeanings[name]]),
    ),
    '`exec` otherwise ends with the exit code of its command: 127 when the command cannot be run, and 128 with the number of the signal when a signal ended it.',
  ].join('\n\n')}\n`
}
