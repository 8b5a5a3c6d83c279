import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { substitute, withSource } from './pull.ts'
import { PinCreate } from './schema.ts'
import { createPin } from './service.ts'

/** Returns the media source of a Pin with a video of the seed: the first frame is the cover. */
const videoOf = (media_id: string) => ({ source_type: 'video_id', media_id, cover_image_key_frame_time: 0 })

/**
 * The seed section of Pins, on boards and optionally with videos of the seed. Ads cannot promote a Pin that is not
 * promotable.
 */
export const pinSeed = seedSection({
  name: 'pins',
  creation: PinCreate,
  suppliedByAlias: ['board_id', 'board_section_id'],
  shape: {
    board: aliasOf('boards').optional(),
    section: aliasOf('board_sections').optional(),
    video: aliasOf('media').optional(),
    is_promotable: z.boolean().default(true),
    ...seedOwner,
  },
  pull: {
    lists: [{ operation: 'pins/list', query: { include_protected_pins: 'true' } }],
    fields: withSource,
    after: 'ads',
    single: { operation: 'pins/get', parameter: 'pin_id', substitute },
  },
  create(context, { board, section, video, is_promotable, owner, ...item }) {
    const { world, idNamed, parsed } = context
    const origin = { ownerId: ownerIdOf(context, owner), isPromotable: is_promotable }
    const named = {
      ...(board !== undefined && { board_id: idNamed('boards', board) }),
      ...(section !== undefined && { board_section_id: idNamed('board_sections', section) }),
      ...(video !== undefined && { media_source: videoOf(idNamed('media', video)) }),
    }
    return { id: createPin(world, parsed(PinCreate, { ...item, ...named }), origin).id }
  },
})
