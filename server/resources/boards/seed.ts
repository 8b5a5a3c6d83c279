import { seedSection } from '../../seeds/section.ts'
import { ownerIdOf, seedOwner } from '../users/seed.ts'
import { createBoard } from './actions.ts'
import { BoardCreate } from './schema.ts'

/** Boards of a seed, and whose they are. */
export const boardSeed = seedSection({
  name: 'boards',
  creation: BoardCreate,
  shape: seedOwner,
  create: (context, { owner, ...item }) => ({
    id: createBoard(context.world, context.parsed(BoardCreate, item), ownerIdOf(context, owner)).id,
  }),
})
