import { seedSection } from '#server/contracts/seed-section.ts'
import { MediaCreate } from './schema.ts'
import { registerMedia } from './service.ts'

/** The seed section of videos. */
export const mediaSeed = seedSection({
  name: 'media',
  creation: MediaCreate,
  shape: {},
  pull: { lists: [{ operation: 'media/list' }], id: 'media_id' },
  create: ({ world, parsed }, item) => ({ id: registerMedia(world, parsed(MediaCreate, item)).id }),
})
