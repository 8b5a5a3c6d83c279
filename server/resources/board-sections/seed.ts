import { Alias, seedSection } from '../../seeds/section.ts'
import { createBoardSection } from './actions.ts'
import { BoardSectionContent } from './schema.ts'

/** Sections of a seed's boards. */
export const boardSectionSeed = seedSection({
  name: 'board_sections',
  shape: { board: Alias },
  create: ({ world, idNamed, parsed }, { board, ...item }) => ({
    id: createBoardSection(world, idNamed('boards', board), parsed(BoardSectionContent, item).name).id,
  }),
})
