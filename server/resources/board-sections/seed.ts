import { aliasOf, seedSection } from '../../seeds/section.ts'
import { createBoardSection } from './actions.ts'
import { BoardSectionContent } from './schema.ts'

/** Sections of a seed's boards. */
export const boardSectionSeed = seedSection({
  name: 'board_sections',
  creation: BoardSectionContent,
  shape: { board: aliasOf('boards') },
  create: ({ world, idNamed, parsed }, { board, ...item }) => ({
    id: createBoardSection(world, idNamed('boards', board), parsed(BoardSectionContent, item).name).id,
  }),
})
