import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { campaigns } from '../campaigns/resource.ts'

/** The id range of labels. */
export const labelIdRange = idRange('label', 1_106_000_000_000n)

/** The error for an unknown id of a label in a path. */
export const labelErrors = namedErrors({
  'label.path': assumedNotFound('Label not found.'),
})

const deprecations: readonly Deprecation[] = [
  {
    field: 'parent_id',
    note: 'version 5.28 creates labels without it; apply them by labels/apply',
    evidence: 'documented',
    source: 'F171: CHG528; S523 labels/create',
  },
]

/** The resource of labels of campaigns. */
export const labels: Resource = {
  name: 'labels',
  parents: [adAccounts, campaigns],
  tags: { labels: 'Labels for groups of campaigns. Closed beta on Pinterest.' },
  ids: [labelIdRange],
  errors: labelErrors,
  operations: {
    'labels/list': {},
    'labels/create': { maxItems: Number.POSITIVE_INFINITY, deprecations },
    'labels/update': { maxItems: Number.POSITIVE_INFINITY },
    'labels/apply': { maxItems: 250 },
    'labels/remove': { maxItems: 250 },
  },
  routes: async () => (await import('./routes.ts')).labelRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [...rules.labelAccessRules, rules.labelExists, ...rules.labelRules, ...rules.allApplicationRules]
  },
  seed: async () => (await import('./seed.ts')).labelSeed,
  edits: async () => (await import('./admin.ts')).labelKind,
}
