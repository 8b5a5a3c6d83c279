import { readFileSync } from 'node:fs'
import results from '#test/clients/results.json' with { type: 'json' }
import { table } from './report-text.ts'

const page = new URL('../../docs/clients.md', import.meta.url)
const place = /(?<=^<!-- results: [^\n]*-->\n\n).*?(?=^<!-- \/results -->$)/ms

/** The page of clients with the latest recorded results of their tests. */
export const clientsPage = (): string => {
  const rows = results.map(({ client, version, language, exercised, passed, failed, since, surprises }) => [
    client,
    version,
    language,
    surprises === '' ? exercised : `${exercised}. ${surprises}`,
    String(passed),
    String(failed),
    since,
  ])
  const heads = ['Client', 'Version', 'Language', 'Exercised', 'Passed', 'Failed', 'Without a failure since']
  return readFileSync(page, 'utf8').replace(place, () => `${table(heads, rows)}\n\n`)
}
