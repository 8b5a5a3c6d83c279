import { seedSection } from '../../seeds/section.ts'
import { registerMedia } from './actions.ts'
import { MediaCreate } from './schema.ts'

/** Videos of a seed. */
export const mediaSeed = seedSection({
  name: 'media',
  creation: MediaCreate,
  shape: {},
  create: ({ world, parsed }, item) => ({ id: registerMedia(world, parsed(MediaCreate, item)).id }),
})
