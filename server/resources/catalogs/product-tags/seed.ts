import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { pinTable } from '#server/resources/content/pins/repository.ts'
import { addProductTag, itemNamed } from './repository.ts'

/** The seed section of product tags: a Pin is tagged with an item of its owner, whatever websites are verified. */
export const productTagSeed = seedSection({
  name: 'product_tags',
  creation: z.strictObject({}),
  shape: {
    pin: aliasOf('pins'),
    item: LongText.meta({ description: 'The key of an item of the same user.' }),
  },
  create({ world, idNamed, refuse }, { pin, item: key }) {
    const pinId = idNamed('pins', pin)
    const item = itemNamed(world.db, pinTable.find(world.db, pinId)?.owner_id ?? '', key)
    return { id: addProductTag(world.db, pinId, item ?? refuse(`the user has no item '${key}'`)) }
  },
})
