import type { RefusedTag } from './service.ts'

/** Returns the tags of a Pin as JSON text. */
export const tagsText = (ids: readonly string[]): string =>
  JSON.stringify({ product_tags: ids.map((pin_id) => ({ pin_id })) })

/** Returns the error response about products that cannot be tagged as JSON text. */
export const refusedTagsText = (refused: readonly RefusedTag[]): string =>
  JSON.stringify({
    code: refused[0]?.violation.code ?? 400,
    message: 'Some products cannot be tagged.',
    details: {
      product_tags: refused.map(({ pinId, violation }) => ({ pin_id: pinId, error_message: violation.message })),
    },
  })
