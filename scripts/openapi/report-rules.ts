import type { DeprecatedField, DeprecatedParameter } from '#server/domain/errors/deprecations.ts'
import { failures, withoutFailure } from '#server/domain/errors/failure-status.ts'
import { bucketOf } from '#server/domain/rate-limit/rate-limits.ts'
import { tierLimits } from '#server/domain/rate-limit/tier-limits.ts'
import { deprecatedParameters, deprecations, type OfOperations } from '#server/registry/deprecations.ts'
import type { RuleCatalogEntry } from '#server/registry/rule-catalog.ts'
import { roleParts } from './report-roles.ts'
import { codes, evidenceTable, generated, groupedBy, table } from './report-text.ts'

/** Renders the page of all rules. */
export function rulesPage(entries: readonly RuleCatalogEntry[]): string {
  const protocol = entries.filter(({ refuses }) => refuses === 'protocol')
  const rules = entries.filter(({ refuses }) => refuses !== 'protocol')
  const resources = [...groupedBy(rules, ({ id }) => id.replace(/\..*/, ''))]
  return `${[
    '# Rules',
    `Everything that can refuse a call, or an item of one: ${protocol.length} protocol problems and ${rules.length} rules. ${generated}`,
    'Every refusal names its rule in the `x-mock-rules` header. A configuration can give a rule another code or message by its id, or switch it off; `GET /__mock/rules` shows the rules as a running server has them.',
    '## How to read it',
    table(
      ['Refuses', 'What happens'],
      [
        ['protocol', 'The request is answered with the status; nothing is stored.'],
        ['request', 'The request is answered with 400; nothing is stored.'],
        [
          'item',
          'The answer is a 200 in which the item stands with the code and message (labels: the message alone); the other items are stored.',
        ],
      ],
    ),
    evidenceTable({
      'Protocol problems': protocol.filter((problem) => !isOfControl(problem)),
      'Those of test control': protocol.filter(isOfControl),
      Rules: rules,
    }),
    'Numbers and keys in the column Source are explained, with where in public they can be seen, in [Facts](facts.md).',
    '## Protocol',
    rulesTable(protocol),
    failureSentence(),
    '## Rate limits',
    limitsTable(),
    ...roleParts(),
    '## Deprecated',
    'What calls may still have: it passes, and the journal warns of it.',
    deprecatedTable(),
    ...resources.flatMap(([resource, rules]) => [`## ${resource}`, ...resourceParts(rules)]),
  ].join('\n\n')}\n`
}

/** Returns a sentence about the errors whose answer says that authentication failed, with the evidence of each part. */
function failureSentence(): string {
  const cited = (name: string, { evidence, source }: { evidence: string; source: string }): string =>
    `\`${name}\` (${evidence}: ${source})`
  const saying = failures.map((one) => cited(one.problem, one)).join(' and ')
  const silent = withoutFailure.map((one) => cited(one.operation, one)).join(' and ')
  return `Of these, ${saying} say \`"status":"failure"\` beside code and message, though not in answers to ${silent}.`
}

const limitsTable = (): string =>
  table(
    ['Tier', 'Category', 'Calls', 'Counted for', 'Named', 'Evidence', 'Source'],
    tierLimits.map((limit) => [
      limit.tier,
      limit.category === '*' ? 'all together' : `\`${limit.operation ?? limit.category}\``,
      `${limit.calls} ${limit.window.replace('per_', 'a ')}`,
      countedFor[limit.per],
      `\`${bucketOf(limit)}\``,
      limit.evidence,
      limit.source,
    ]),
  )

const deprecatedTable = (): string =>
  table(
    ['Operations', 'Field or parameter', 'Value', 'What is said of it', 'Evidence', 'Source'],
    [...deprecations, ...deprecatedParameters.map(asField)].map(
      ({ operations, field, value = 'any', note, evidence, source }) => [
        codes(operations),
        `\`${field}\``,
        value,
        note,
        evidence,
        source,
      ],
    ),
  )

const asField = ({ parameter, ...rest }: OfOperations<DeprecatedParameter>): OfOperations<DeprecatedField> => ({
  ...rest,
  field: `?${parameter}=`,
})

const countedFor = { app: 'an app', user: 'a user of an app', ad_account: 'an ad account, by an app' } as const

const resourceParts = (rules: readonly RuleCatalogEntry[]): readonly string[] =>
  [...groupedBy(rules, ({ operations }) => codes(operations))].flatMap(([operations, group]) => [
    `### ${operations}`,
    rulesTable(group),
  ])

const rulesTable = (entries: readonly RuleCatalogEntry[]): string =>
  table(
    ['Rule', 'Refuses', 'HTTP', 'Code', 'Message', 'Evidence', 'Source'],
    entries.map(({ id, refuses, status, code, message, evidence, source }) => [
      `\`${id}\``,
      refuses,
      String(status),
      String(code),
      message,
      evidence,
      source,
    ]),
  )

const isOfControl = ({ id }: RuleCatalogEntry): boolean => id.startsWith('control.')
