import { seedSection } from '../../seeds/section.ts'
import { createBoard } from './actions.ts'
import { BoardCreate } from './schema.ts'

/** Boards of a seed. */
export const boardSeed = seedSection({
  name: 'boards',
  creation: BoardCreate,
  shape: {},
  create: ({ world, parsed }, item) => ({ id: createBoard(world, parsed(BoardCreate, item)).id }),
})
