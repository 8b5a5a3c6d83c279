import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import t from 'tap'
import { explained, lintRules } from './lint-rules.ts'

const source = readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')
const rules = Object.fromEntries(Object.keys(lintRules).map((rule) => [rule, 'error' as const]))
const config = await createConfig({ rules })

/** What the linter finds in a document, as rule and place. */
async function found(
  text: string,
): Promise<readonly { readonly rule: string; readonly pointer: string; readonly message: string }[]> {
  const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config })
  return problems.map(({ ruleId, location, message }) => ({
    rule: ruleId,
    pointer: location[0]?.pointer ?? '',
    message,
  }))
}

t.test('the linter finds nothing in the document that is not explained', async (t) => {
  const problems = await found(source)
  const isExplained = ({ rule, pointer }: { rule: string; pointer: string }): boolean =>
    explained.some((one) => one.rule === rule && one.pointer === pointer)
  t.same(
    problems.filter((problem) => !isExplained(problem)),
    [],
  )
  for (const { rule, pointer } of explained) {
    t.ok(
      problems.some((one) => one.rule === rule && one.pointer === pointer),
      `${rule} still finds ${pointer}`,
    )
  }
})

t.test('the linter knows each rule, and finds a violation', async (t) => {
  const spoiled = JSON.parse(source)
  const [path = '', item = {}] = Object.entries<Record<string, Record<string, unknown>>>(spoiled.paths)[0] ?? []
  const [method = ''] = Object.keys(item)
  spoiled.paths = {
    [`${path}/`]: { [method]: { ...item[method], tags: ['unknown'], summary: undefined, security: [{ unknown: [] }] } },
  }
  const broken = new Set((await found(JSON.stringify(spoiled))).map(({ rule }) => rule))
  for (const rule of [
    'no-path-trailing-slash',
    'operation-tag-defined',
    'operation-summary',
    'security-defined',
    'no-unused-components',
  ]) {
    t.ok(broken.has(rule), rule)
  }
})
