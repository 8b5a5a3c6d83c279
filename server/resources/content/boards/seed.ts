import { seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { BoardCreate } from './schema.ts'
import { createBoard } from './service.ts'

/** The seed section of boards and their owners. */
export const boardSeed = seedSection({
  name: 'boards',
  creation: BoardCreate,
  shape: seedOwner,
  pull: { lists: [{ operation: 'boards/list' }] },
  create: (context, { owner, ...item }) => ({
    id: createBoard(context.world, context.parsed(BoardCreate, item), ownerIdOf(context, owner)).id,
  }),
})
