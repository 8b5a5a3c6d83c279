import type { PullResult } from '../target/pull/options.ts'

/** The most kinds of parts that are listed. */
const mostLines = 40

/** Returns what a pull wrote, and what of the ad account is not in the seed. */
export function pullReport(
  file: string,
  { counts, leftOut, unpulled, calls, resumed }: PullResult,
  { keepIds, anonymize }: { readonly keepIds: boolean; readonly anonymize: boolean },
): string {
  const sections = Object.entries(counts).map(([section, count]) => `${count} ${section}`)
  const lines = leftOut.map(({ what, reason, count }) => `  ${what}, ${count} times: ${reason}`)
  const more = lines.length > mostLines ? [`  and ${lines.length - mostLines} kinds more`] : []
  const traits = [
    keepIds ? 'with the ids that entities had' : 'with aliases for ids',
    ...(anonymize ? ['names, texts, URLs and amounts replaced'] : []),
  ]
  return [
    `${file}: ${sections.join(', ')}`,
    `${traits.join(', ')}; ${calls} calls${resumed ? ' since the interruption' : ''}.`,
    ...(lines.length > 0 ? ['', 'Left out, or refused by the target:', ...lines.slice(0, mostLines), ...more] : []),
    '',
    `Lists of the API do not have what these sections need: ${unpulled.join(', ')}.`,
    'Nor do they have features, roles, records of customer lists, files of videos, figures and times of updates.',
    `Check it with: pinterest-ads-mock seed check ${file}`,
  ].join('\n')
}
