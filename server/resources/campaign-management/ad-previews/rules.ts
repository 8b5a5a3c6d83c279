import type { Rule } from '#server/domain/rules/rule.ts'

type Field =
  | 'pin_id'
  | 'image_url'
  | 'catalog_product_group_id'
  | 'creative_type'
  | 'hero_pin_id'
  | 'hero_image_url'
  | 'hero_image_title'
  | 'image_tag'
  | 'video_tag'
  | 'item_id'

/** The facts that the rules of previews evaluate. */
export interface AdPreviewFacts {
  readonly sent: { readonly [field in Field]?: string | null | undefined }
  /** Returns the Pin with this id, if any. */
  readonly pinOf: (id: string) => { readonly is_promotable: 0 | 1 } | undefined
}

/** Returns the ids of the Pins to preview. */
const pinIds = ({ sent }: AdPreviewFacts): readonly string[] =>
  [sent.pin_id, sent.hero_pin_id].filter((id) => id != null)

/** Returns the URLs of the images to preview. */
const imageUrls = ({ sent }: AdPreviewFacts): readonly string[] =>
  [sent.image_url, sent.hero_image_url].filter((url) => url != null)

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

const rule = { operations: ['ad_previews/create'], refuses: 'request' } as const

/** Rules about a preview; each refuses the request. */
export const adPreviewRules: readonly Rule<AdPreviewFacts>[] = [
  {
    ...rule,
    id: 'ad_preview.pin.exists',
    fields: ['pin_id', 'hero_pin_id'],
    evidence: 'assumed',
    source: 'a decision of this project; S523 for the code and the text',
    status: 404,
    code: 50,
    message: 'Pin not found.',
    passes: 'The id of a Pin that exists in this world.',
    violated: (facts) => pinIds(facts).some((id) => facts.pinOf(id) === undefined),
  },
  {
    ...rule,
    id: 'ad_preview.pin.promotable',
    fields: ['pin_id'],
    evidence: 'documented',
    source: 'S523 ad_previews/create; the code and the text as for ads',
    code: 2781,
    message: 'Sandboxed Pins may not be promoted.',
    passes: 'A Pin that was not created in the sandbox.',
    violated: (facts) => pinIds(facts).some((id) => facts.pinOf(id)?.is_promotable === 0),
  },
  {
    ...rule,
    id: 'ad_preview.image.url',
    fields: ['image_url', 'hero_image_url'],
    evidence: 'documented',
    source: 'S523 ad_previews/create',
    code: 1,
    message: 'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.',
    violated: (facts) => !imageUrls(facts).every(isWebAddress),
  },
  {
    ...rule,
    id: 'ad_preview.collection.hero',
    fields: ['hero_pin_id', 'hero_image_url', 'hero_image_title', 'creative_type'],
    evidence: 'documented',
    source: 'S523 AdPreviewShopping; the code is assumed',
    code: 1,
    message: 'hero_pin_id, or hero_image_url with hero_image_title, is required with creative_type COLLECTION.',
    violated: ({ sent }) =>
      Boolean(sent.catalog_product_group_id) &&
      sent.creative_type === 'COLLECTION' &&
      !sent.hero_pin_id &&
      !(sent.hero_image_url && sent.hero_image_title),
  },
  {
    ...rule,
    id: 'ad_preview.tags.one',
    fields: ['image_tag', 'video_tag'],
    evidence: 'documented',
    source: 'S523 AdPreviewShopping; the code is assumed',
    code: 1,
    message: 'image_tag and video_tag cannot be set at the same time.',
    violated: ({ sent }) => Boolean(sent.image_tag && sent.video_tag),
  },
  {
    ...rule,
    id: 'ad_preview.item.shopping',
    fields: ['item_id', 'creative_type'],
    evidence: 'documented',
    source: 'S523 AdPreviewShopping; the code, and that it is refused, are assumed',
    code: 1,
    message: 'item_id goes with creative_type SHOPPING only.',
    sent: ({ sent }) => sent.creative_type,
    violated: ({ sent }) => Boolean(sent.item_id) && sent.creative_type !== 'SHOPPING',
  },
]
