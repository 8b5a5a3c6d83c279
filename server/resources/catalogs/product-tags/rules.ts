import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** What the rules about one product evaluate. */
export interface TagFacts {
  readonly pinId: string
  /** The Pin or item of that id, as far as the caller may see it. */
  readonly isKnown: boolean
  readonly isPrivate: boolean
  /** Whether it belongs to another user than the Pin that is tagged. */
  readonly isOfOther: boolean
  /** Whether an item of a catalog stands behind it. */
  readonly isProduct: boolean
  /** Whether its link leads to a website that the user has verified. */
  readonly isVerified: boolean
}

/** What the rule about a whole request evaluates. */
export interface TagsFacts {
  readonly repeated: string | undefined
}

const tag = {
  operations: ['product_tags/bulk_add'],
  fields: ['product_tags[].pin_id'],
  refuses: 'request',
  evidence: 'documented',
  source: 'F126: OAP528 ProductTagsError; the code is assumed',
  code: 400,
  literal: true,
  sent: ({ pinId }: TagFacts) => pinId,
} as const

/** Rules about one product, the first of which that is violated is reported. */
export const tagRules: readonly Rule<TagFacts>[] = [
  {
    ...tag,
    id: 'product_tag.missing',
    essential: true,
    message: 'PIN_MISSING',
    passes: 'The id of a product Pin: GET /v5/catalogs/product_groups/{product_group_id}/products lists them.',
    violated: ({ isKnown }) => !isKnown,
  },
  {
    ...tag,
    id: 'product_tag.private',
    message: 'PIN_IS_PRIVATE',
    passes: 'A Pin that is on no secret board.',
    violated: ({ isPrivate }) => isPrivate,
  },
  {
    ...tag,
    id: 'product_tag.other-user',
    message: 'PIN_NOT_FROM_SAME_USER_AS_HERO_PIN',
    passes: 'A product of the user who owns the tagged Pin.',
    violated: ({ isOfOther }) => isOfOther,
  },
  {
    ...tag,
    id: 'product_tag.metadata',
    essential: true,
    message: 'PRODUCT_METADATA_MISSING',
    passes: 'The product Pin of an item of a catalog.',
    violated: ({ isProduct, isKnown }) => isKnown && !isProduct,
  },
  {
    ...tag,
    id: 'product_tag.domain',
    message: 'PIN_NOT_FROM_VERIFIED_DOMAIN',
    passes: 'A product with a link to a website that the user has verified: POST /v5/user_account/websites.',
    violated: ({ isVerified, isProduct }) => isProduct && !isVerified,
  },
]

/** Rules about all products of a request. */
export const tagsRules: readonly Rule<TagsFacts>[] = [
  {
    ...assumed,
    id: 'product_tag.repeated',
    operations: ['product_tags/bulk_add'],
    fields: ['product_tags[].pin_id'],
    refuses: 'request',
    source: 'F6: OAP528 for the refusal; code and words are a decision of this project',
    evidence: 'documented',
    message: 'A request names each product once.',
    sent: ({ repeated }) => repeated,
    violated: ({ repeated }) => repeated !== undefined,
  },
]

/** All rules about product tags. */
export const productTagRules = [...tagRules, ...tagsRules]
