import t from 'tap'
import { factTopics, unresolvedIn } from '#openapi/facts.ts'
import { sourceOf, sources } from '#openapi/sources.ts'
import { recordedDifferences } from '#scripts/openapi/recordings.ts'
import { generatedFiles } from '#scripts/openapi/report.ts'
import { readAccess, writeAccess } from '#server/domain/access/role-access.ts'
import { failures, withoutFailure } from '#server/domain/errors/failure-status.ts'
import { profiles } from '#server/domain/profiles/profiles.ts'
import { tierLimits } from '#server/domain/rate-limit/tier-limits.ts'
import { evidences } from '#server/domain/rules/rule.ts'
import { RuleEngine } from '#server/domain/rules/rule-engine.ts'
import { deprecations } from '#server/registry/deprecations.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import { knownCodes } from '../recorded/codes.ts'

const facts = factTopics.flatMap((topic) => topic.facts)
const entries = ruleCatalog(new RuleEngine())

/** Numbers that no fact ever had. */
const unused = ['F29', ...numbered('F', 73, 79), ...numbered('F', 92, 99)]

function numbered(letter: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`)
}

t.test('every number of a fact is on the page of facts, but for those that were never given', async (t) => {
  const expected = [...numbered('C', 1, 17), ...numbered('D', 1, 14), ...numbered('F', 1, 178)]
  t.same(facts.map(({ id }) => id).sort(), expected.filter((id) => !unused.includes(id)).sort())
  const page = (await generatedFiles())['docs/reference/facts.md'] ?? ''
  for (const { id } of facts) t.match(page, new RegExp(`^\\| ${id} `, 'm'))
})

t.test('every fact says what is known, how, and from where in public', async (t) => {
  for (const { id, fact, evidence, sources: cited } of facts) {
    t.ok(fact.length > 20 && /[.`]$/.test(fact), `${id} is a sentence`)
    t.ok(evidence.length > 0 && evidence.every((one) => evidences.some((known) => known === one)), `${id}: ${evidence}`)
    t.ok(cited.length > 0 && cited.every((one) => sourceOf(one) !== undefined), `${id}: ${cited}`)
  }
})

t.test('every source has one key, and says where and when it can be seen', async (t) => {
  t.equal(new Set(sources.map(({ key }) => key)).size, sources.length)
  for (const { key, what, where, when } of sources) t.ok(what && where && when, key)
})

t.test('whatever states a source names facts and keys that the page explains', async (t) => {
  const rules = [...entries, ...failures, ...withoutFailure]
  const stated = [
    ...rules,
    ...tierLimits,
    ...writeAccess,
    ...readAccess,
    ...Object.values(profiles),
    ...deprecations,
    ...recordedDifferences,
    ...knownCodes,
  ]
  for (const { source } of stated) t.same(unresolvedIn(source), [], source)
})

t.test('the pages name no fact that there is not', async (t) => {
  const files = await generatedFiles()
  for (const name of ['rules', 'coverage', 'facts']) {
    const numbers = files[`docs/reference/${name}.md`]?.match(/(?<![\w-])[FCD]\d{1,3}\b(?!-)/g) ?? []
    t.same(
      numbers.filter((number) => !facts.some(({ id }) => id === number)),
      [],
      name,
    )
  }
})

t.test('a source with a number or a key that nothing explains is found', async (t) => {
  t.same(unresolvedIn('F101, D11: REC create-lead-ads-subscription; S523 for the text'), [])
  t.same(unresolvedIn('C1 (LOG23)'), [])
  t.same(unresolvedIn('a decision of this project: as F3'), [])
  t.same(unresolvedIn('F999: REC'), ['F999'])
  t.same(unresolvedIn('F101 (REX)'), ['REX'])
  t.same(unresolvedIn('S523; HEARSAY of someone'), ['HEARSAY'])
  t.same(unresolvedIn('someone said so'), ['someone'])
})
