import { sequenceIn } from '#server/domain/ids.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { ownPin, requirePin } from '#server/resources/content/pins/pin-access.ts'
import type { World } from '#server/worlds/world.ts'
import { productPinIdRange } from '../items/resource.ts'
import { factsOf } from './facts.ts'
import { addProductTag, listProductTags, removeProductTag } from './repository.ts'
import { tagRules, tagsRules } from './rules.ts'
import type { ProductTagsChange } from './schema.ts'

/** A product that cannot be tagged, with the rule that it violates. */
export interface RefusedTag {
  readonly pinId: string
  readonly violation: Violation
}

/** Returns the products that a user's Pin is tagged with; throws 404 where the user has no such Pin. */
export const productTagsOf = (world: World, ownerId: string, pinId: string): readonly string[] =>
  listProductTags(world.db, requirePin(world, ownerId, pinId).id)

/**
 * Tags a user's Pin with all products of a request, or with none where one cannot be tagged. Returns those that cannot;
 * throws where the request names a product twice, or the user has no such Pin.
 */
export function addTags(
  world: World,
  ownerId: string,
  pinId: string,
  change: ProductTagsChange,
): readonly RefusedTag[] {
  const pin = ownPin(world, ownerId, pinId)
  const ids = change.product_tags.map(({ pin_id }) => pin_id)
  world.rules.assert(tagsRules, { repeated: ids.find((id, index) => ids.indexOf(id) < index) })
  const refused = ids.flatMap((id) => refusalOf(world, ownerId, id))
  if (refused.length > 0) return refused
  for (const id of new Set(ids)) {
    const item = sequenceIn(productPinIdRange, id)
    if (item !== undefined) addProductTag(world.db, pin.id, item)
  }
  return []
}

/** Removes products from a user's Pin; throws where the user has no such Pin. */
export function removeTags(world: World, ownerId: string, pinId: string, { product_tags }: ProductTagsChange): void {
  const pin = ownPin(world, ownerId, pinId)
  for (const { pin_id } of product_tags) removeProductTag(world.db, pin.id, pin_id)
}

function refusalOf(world: World, ownerId: string, pinId: string): readonly RefusedTag[] {
  const [violation] = world.rules.evaluate(tagRules, factsOf(world, ownerId, pinId))
  return violation === undefined ? [] : [{ pinId, violation }]
}
