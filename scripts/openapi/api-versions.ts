import { readFileSync, writeFileSync } from 'node:fs'
import type { DescribedOperation, Description } from '#openapi/description.ts'
import type { VersionDifferences } from '#server/domain/api-version/differences.ts'
import { compare } from './compare.ts'
import { type AcceptedDifference, matchesOf } from './differences.ts'

/** A difference that one of the accepted ones says a later version has brought. */
const form =
  /^(\S+) (body|query|20[01])\.?(\S*): (absent there, present here|required there, optional here|values only here (.*))$/

/** What was found of one operation. */
interface MutableDifferences {
  readonly lists: Record<string, readonly string[]>
  readonly values: Record<string, Readonly<Record<string, readonly string[]>>>
}

/** Returns what an older version lacks, by operation, as far as the accepted differences say that it is newer. */
export function versionDifferences(
  there: Description,
  here: Description,
  meant: readonly AcceptedDifference[],
): VersionDifferences {
  const newer = matchesOf(meant.filter(({ since }) => since !== undefined))
  const operations = new Map<string, MutableDifferences>()
  for (const line of compare(answeringOk(there), here).filter(newer)) {
    const [, id = '', part = '', place = '', kind = '', values] = form.exec(line) ?? []
    const isResponse = /^20/.test(part)
    if (id === '' || (isResponse && !kind.startsWith('absent'))) continue
    const found = operations.get(id) ?? { lists: {}, values: {} }
    operations.set(id, found)
    const name = kind.startsWith('required') ? 'required' : isResponse ? 'response' : part
    if (values === undefined) found.lists[name] = [...new Set([...(found.lists[name] ?? []), place])]
    else found.values[`${part}_values`] = { ...found.values[`${part}_values`], [place]: values.split(', ') }
  }
  const sorted = [...operations].sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(sorted.map(([id, { lists, values }]) => [id, { ...lists, ...values }]))
}

/** Returns a description in which what is answered with 201 alone is answered with 200 as well, as newer versions do. */
const answeringOk = (description: Description): Description => ({
  ...description,
  paths: Object.fromEntries(
    Object.entries(description.paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, withOk(operation)])),
    ]),
  ),
})

function withOk(operation: DescribedOperation): DescribedOperation {
  const { responses } = operation ?? {}
  const answer = responses?.[200] ?? responses?.[201]
  return answer === undefined ? operation : { ...operation, responses: { ...responses, 200: answer } }
}

/** Returns the text of the file of what version 5.23 lacks. */
export const versionFile = (there: Description, here: Description, meant: readonly AcceptedDifference[]): string =>
  `${JSON.stringify(versionDifferences(there, here, meant), null, 2)}\n`

const inContract = (name: string): URL => new URL(`../../openapi/${name}`, import.meta.url)
const json = (url: URL | string) => JSON.parse(readFileSync(url, 'utf8'))

if (import.meta.main) {
  const [, , path] = process.argv
  if (path === undefined) throw new Error('Usage: npm run api-versions -- PATH-TO-OFFICIAL-DESCRIPTION')
  const text = versionFile(json(path), json(inContract('openapi.json')), json(inContract('differences.json')))
  writeFileSync(inContract('version-5.23.json'), text)
}
