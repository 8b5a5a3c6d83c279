import { seedSection } from '#server/contracts/seed-section.ts'
import { MediaCreate } from './schema.ts'
import { registerMedia } from './service.ts'

/** The seed section of videos. */
export const mediaSeed = seedSection({
  name: 'media',
  creation: MediaCreate,
  shape: {},
  pull: {
    lists: [{ operation: 'media/list' }],
    id: 'media_id',
    // The list has no times: what is processed was registered long ago.
    fields: (entity) => ({ ...entity, ...(entity.status === 'succeeded' && { created_at: '2020-01-01T00:00:00Z' }) }),
  },
  create: ({ world, parsed }, item) => ({ id: registerMedia(world, parsed(MediaCreate, item)).id }),
})
