import { boardIn, pinIn } from '../fixtures/pins.ts'
import { tag, taggable } from '../fixtures/product-tags.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** Tags a Pin with what is made of the products that there are. */
const tagging =
  (chosen: (products: Json, mock: Mock) => readonly string[] | Promise<readonly string[]>) =>
  async (mock: Mock): Promise<Answer> => {
    const { pin, products } = await taggable(mock)
    return tag(mock, pin, ...(await chosen(products, mock)))
  }

const passes = tagging(({ ONE }) => [ONE])

/** Product tags. */
export const productTagCases: readonly RuleCase[] = [
  { rule: 'product_tag.missing', refused: tagging(() => ['1']), passes },
  {
    rule: 'product_tag.private',
    refused: tagging(async (_, mock) => {
      const board = await boardIn(mock, 'Secret', { privacy: 'SECRET' })
      return [(await pinIn(mock, { board_id: board.id })).id]
    }),
    passes,
  },
  { rule: 'product_tag.other-user', refused: tagging(({ THEIRS }) => [THEIRS]), passes },
  { rule: 'product_tag.metadata', refused: tagging(async (_, mock) => [(await pinIn(mock)).id]), passes },
  { rule: 'product_tag.domain', refused: tagging(({ FAR }) => [FAR]), passes },
  {
    rule: 'product_tag.repeated',
    refused: tagging(({ ONE }) => [ONE, ONE]),
    passes: tagging(({ ONE, TWO }) => [ONE, TWO]),
  },
]
