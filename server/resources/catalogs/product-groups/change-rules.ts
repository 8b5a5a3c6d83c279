import type { Rule } from '#server/domain/rules/rule.ts'
import { documented } from './filter-rules.ts'

/** The operations that delete product groups. */
export const deletions = ['catalogs_product_groups/delete', 'catalogs_product_groups/delete_many']

/** The facts that the rules about a change of a stored product group evaluate. */
export interface StoredGroupFacts {
  readonly type: string | undefined
  readonly catalogType: string
  /** Whether a promotion that is active shows it. */
  readonly isPromoted: boolean
}

const generated: Rule<StoredGroupFacts> = {
  ...documented,
  id: 'product_group.generated',
  operations: ['catalogs_product_groups/update', ...deletions],
  fields: ['type'],
  code: 4177,
  message: 'You cannot alter an auto generated catalogs product group.',
  passes: 'A product group of the type MERCHANT_CREATED.',
  sent: ({ type }) => type,
  violated: ({ type }) => type !== undefined && type !== 'MERCHANT_CREATED',
}

/** The facts that the rules about an update of a stored product group evaluate. */
export interface GroupUpdateFacts extends StoredGroupFacts {
  /** The catalog_type that the request has. */
  readonly sentType: string | undefined
}

/** Rules about an update of a stored product group. */
export const productGroupUpdateRules: readonly Rule<GroupUpdateFacts>[] = [
  generated,
  {
    id: 'product_group.update.type',
    refuses: 'request',
    evidence: 'assumed',
    source: 'F155: that bodies are of one catalog_type; that the one of the product group counts is assumed',
    operations: ['catalogs_product_groups/update'],
    fields: ['catalog_type'],
    code: 1,
    message: 'Invalid request: catalog_type is that of the product group.',
    passes: 'The catalog_type of the product group, or none.',
    sent: ({ sentType }) => sentType,
    violated: ({ sentType, catalogType }) => sentType !== undefined && sentType !== catalogType,
  },
]

/** Rules about the deletion of a product group. */
export const productGroupDeleteRules: readonly Rule<StoredGroupFacts>[] = [
  generated,
  {
    ...documented,
    id: 'product_group.promoted',
    operations: deletions,
    fields: ['id'],
    code: 4176,
    message: "We can't delete a Catalogs Product Group with active promotions.",
    passes: 'A product group that no ACTIVE product group promotion shows.',
    violated: ({ isPromoted }) => isPromoted,
  },
]
