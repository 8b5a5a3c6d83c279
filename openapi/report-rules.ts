import type { CatalogueEntry } from '../server/catalogue.ts'
import { deprecations } from '../server/domain/deprecations.ts'
import { tierLimits } from '../server/domain/rate-limits.ts'
import { writeAccess } from '../server/domain/roles.ts'
import { codes, generated, groupedBy, table } from './report-text.ts'

const evidences = [
  ['documented', 'Pinterest says so: in its description of the API, its guides, its help pages or its repositories.'],
  ['observed', 'Seen in a recorded answer of the real service.'],
  ['second-hand', "Told by a practitioner's notes or by a third party's connector."],
  ['assumed', 'A choice of this project where nothing public is known.'],
] as const

/** What the keys in the sources stand for. */
export const sources: readonly (readonly [string, string])[] = [
  ['GUIDE', 'Pinterest\'s developer guide "Create campaigns and ad groups"; the words after it name the section.'],
  ['S523', "Pinterest's OpenAPI description, version 5.23.0; the words after it name the schema or operation."],
  ['S528', 'The same, version 5.28.0, as republished by others.'],
  ['C, D, F', 'With a number: a fact that was collected of the real service; behind it stands where it was found.'],
  [
    'LOG23',
    "A log of calls to the service that Pinterest's Python SDK made in its tests of 2023, from its repository.",
  ],
  ['REC', 'Calls to the production service that an integration vendor recorded in July 2026 and published.'],
  ['PSDK', "The integration tests of Pinterest's Python SDK, which run against a live account, and its pull requests."],
  ['QS', "Pinterest's API quickstart repository."],
  ['GEN', "An issue of Pinterest's generated Python client that shows a real 401."],
  ['OLD', 'Answers of older versions of the API, and the fixture of a test of 2026 that repeats them.'],
  ['HFX', "A practitioner's published notes on the Ads API."],
  ['P+', "Pinterest's page on setting up Performance+ campaigns."],
  ['OTS', "Pinterest's page on the simplification of objective types."],
  ['RL', "Pinterest's page on rate limits."],
]

/** Every rule on one page. */
export function rulesPage(entries: readonly CatalogueEntry[]): string {
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
    table(['Evidence', 'How it is known'], evidences),
    table(
      ['Source', 'What it is'],
      sources.map(([key, what]) => [key, what]),
    ),
    '## Protocol',
    rulesTable(protocol),
    '## Rate limits',
    limitsTable(),
    '## Roles',
    'Who may change what of an ad account beside OWNER and ADMIN, who may everything. Every role may read.',
    rolesTable(),
    '## Deprecated',
    'What bodies may still have: it passes, and the journal warns of it.',
    deprecatedTable(),
    ...resources.flatMap(([resource, rules]) => [`## ${resource}`, ...resourceParts(rules)]),
  ].join('\n\n')}\n`
}

const limitsTable = (): string =>
  table(
    ['Tier', 'Category', 'Calls', 'Counted for', 'Evidence', 'Source'],
    tierLimits.map(({ tier, category, calls, window, per, evidence, source }) => [
      tier,
      category === '*' ? 'all together' : `\`${category}\``,
      `${calls} ${window.replace('per_', 'a ')}`,
      countedFor[per],
      evidence,
      source,
    ]),
  )

const rolesTable = (): string =>
  table(
    ['Operations with the tag', 'Roles', 'Evidence', 'Source'],
    writeAccess.map(({ tags, roles, evidence, source }) => [codes(tags), roles.join(', '), evidence, source]),
  )

const deprecatedTable = (): string =>
  table(
    ['Operations', 'Field', 'Value', 'What is said of it', 'Evidence', 'Source'],
    deprecations.map(({ operations, field, value = 'any', note, evidence, source }) => [
      codes(operations),
      `\`${field}\``,
      value,
      note,
      evidence,
      source,
    ]),
  )

const countedFor = { app: 'an app', user: 'a user of an app', ad_account: 'an ad account, by an app' } as const

const resourceParts = (rules: readonly CatalogueEntry[]): readonly string[] =>
  [...groupedBy(rules, ({ operations }) => codes(operations))].flatMap(([operations, group]) => [
    `### ${operations}`,
    rulesTable(group),
  ])

const rulesTable = (entries: readonly CatalogueEntry[]): string =>
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
