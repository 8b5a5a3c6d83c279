import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { ownBoard } from '../boards/service.ts'
import { BoardSectionContent } from './schema.ts'
import { createBoardSection } from './service.ts'

/** The seed section of sections of boards. The owner is that of the board. */
export const boardSectionSeed = seedSection({
  name: 'board_sections',
  creation: BoardSectionContent,
  shape: { board: aliasOf('boards'), ...seedOwner },
  pull: { lists: [{ operation: 'board_sections/list', within: { section: 'boards', parameter: 'board_id' } }] },
  create(context, { board, owner, ...item }) {
    const { world, idNamed, parsed } = context
    const { name } = parsed(BoardSectionContent, item)
    const on = ownBoard(world, ownerIdOf(context, owner), idNamed('boards', board))
    return { id: createBoardSection(world, on, name).id }
  },
})
