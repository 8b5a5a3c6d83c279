import { businessAccess, permissionsByAsset } from '#server/domain/access/business-roles.ts'
import { readAccess, writeAccess } from '#server/domain/access/role-access.ts'
import { profiles } from '#server/domain/profiles/profiles.ts'
import { tierLimits } from '#server/domain/rate-limit/tier-limits.ts'
import { deprecatedParameters, deprecations } from '#server/registry/deprecations.ts'
import type { RuleCatalogEntry } from '#server/registry/rule-catalog.ts'
import type { Coverage } from './report-coverage.ts'
import { codes, generated, groupedBy, table } from './report-text.ts'

/** Files, times and other behaviour beside rules that nothing public tells, and the page that says what was chosen. */
const behaviour: readonly (readonly [what: string, page: string])[] = [
  ['The files of bulk jobs, upserts and downloads, and which fields are in them', '../guides/bulk.md'],
  [
    'How insertion orders come to be Approved, their other statuses, and their numbers',
    '../guides/insertion-orders.md',
  ],
  [
    'How a webhook receives the secret, the nonce and the tag of an encrypted lead, and how often it is tried',
    '../guides/leads.md',
  ],
  ['The columns of an export of leads, and how long it takes', '../guides/leads.md'],
  ['How many impressions an ad has, what they cost, and when in the day and the week', '../guides/delivery.md'],
  ['The columns of feeds of hotels and creative assets', '../guides/feeds.md'],
  ['How a product group compares texts and paths with its filters', '../guides/product-groups.md'],
  ['What becomes of an item that several feeds bring, and of one that has expired', '../guides/feeds.md'],
  ['Which compressed files and encodings of feeds are read', '../guides/feeds.md'],
  ['The codes of the results of local inventory', '../guides/local-inventory.md'],
  ['What an operation answers that the sandbox lacks: 404', '../guides/upgrades.md'],
  ['How long reports, bulk jobs, reviews and feeds take', '../guides/time.md'],
  ['Ranges of ids of which no example is known', '../reference/fidelity.md'],
]

/** Renders the page of everything that was chosen without evidence. */
export function assumptionsPage(
  { operations, built, recordings }: Coverage,
  rules: readonly RuleCatalogEntry[],
): string {
  const assumed = rules.filter(({ id, evidence }) => evidence === 'assumed' && !id.startsWith('control.'))
  const recorded = new Set(recordings.map(({ operation }) => operation))
  const unseen = operations.filter(({ id }) => built.has(id) && !recorded.has(id))
  const tables = {
    roles: [...writeAccess, ...readAccess, ...businessAccess, ...permissionsByAsset],
    limits: tierLimits,
    deprecations: [...deprecations, ...deprecatedParameters],
    profiles: Object.values(profiles),
  }
  const others = Object.entries(tables).map(([name, entries]) => [
    name,
    String(entries.filter(({ evidence }) => evidence === 'assumed').length),
    String(entries.length),
  ])
  return `${[
    '# Assumptions',
    `Whatever this project chose because nothing public is known of it: what to look for first when a client that passes here fails in production. ${generated}`,
    'Who has access to the real service can hold a rule against it, and [change it](../guides/rules-and-features.md#change-a-rule) where it differs.',
    '## Behaviour',
    table(
      ['Assumed', 'What was chosen'],
      behaviour.map(([what, page]) => [what, `[${page.replace(/^.*\//, '').replace('.md', '')}](${page})`]),
    ),
    `## Answers that were never seen`,
    `Of ${unseen.length} operations no answer of the live service is known. Their shapes are those of Pinterest's description; which of the optional fields are there, and in which order, is assumed.`,
    table(
      ['Tag', 'Operations'],
      [...groupedBy(unseen, ({ tag }) => tag)].map(([tag, group]) => [`\`${tag}\``, codes(group.map(({ id }) => id))]),
    ),
    `## Refusals`,
    `${assumed.length} refusals that are assumed from beginning to end: that there are any, the code and the message. Of many others a part is, which the column Source of the [rules](rules.md) says.`,
    ...[...groupedBy(assumed, ({ id }) => id.replace(/\..*/, ''))].flatMap(([resource, group]) => [
      `### ${resource}`,
      table(
        ['Rule', 'Status', 'Code', 'Message'],
        group.map(({ id, status, code, message }) => [`\`${id}\``, String(status), String(code), message]),
      ),
    ]),
    '## Other tables',
    table(['Entries of', 'Assumed', 'Of'], others),
    'Each with its source: [Rules](rules.md) for roles, limits and deprecations, [Rehearsals and profiles](../guides/upgrades.md) for profiles.',
  ].join('\n\n')}\n`
}
